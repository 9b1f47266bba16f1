/**
 * A message as it goes over the wire of a websocket (RFC 6455, 5.2: final, unmasked as servers
 * send). What goes to a whole room is framed once and written as one piece to each, where
 * `ws` would frame it anew and write two pieces for everybody.
 */
const FINAL = 0x80;
const opcodes = { text: 1, binary: 2 } as const;
const LENGTH_IN_16_BITS = 126;
const LENGTH_IN_64_BITS = 127;

export function framed(message: Uint8Array, kind: keyof typeof opcodes = 'binary'): Uint8Array {
	const { length } = message;
	const headerBytes = length < LENGTH_IN_16_BITS ? 2 : length < 0x1_00_00 ? 4 : 10;
	const frame = Buffer.allocUnsafe(headerBytes + length);
	frame[0] = FINAL | opcodes[kind];
	if (headerBytes === 2) frame[1] = length;
	else if (headerBytes === 4) {
		frame[1] = LENGTH_IN_16_BITS;
		frame.writeUInt16BE(length, 2);
	} else {
		frame[1] = LENGTH_IN_64_BITS;
		frame.writeBigUInt64BE(BigInt(length), 2);
	}
	frame.set(message, headerBytes);
	return frame;
}
