/** Made by web/word-lists.ts. */
declare module 'virtual:word-lists' {
	const url: string;
	export default url;
}
