/** A path of this site to go to, or the home page for anything that could lead elsewhere. */
export function localPath(wanted: string | null): string {
	return wanted !== null && /^\/(?![/\\])/.test(wanted) && !/[\t\n\r\\]/.test(wanted) ? wanted : '/';
}
