/** An IPv4 range: the first and the last address as integers. */
export interface AddressRange {
  readonly first: number;
  readonly last: number;
}

/** Parses a CIDR block. Undefined for a malformed block, and for a block with address bits after its prefix. */
export function parseCidr(text: string): AddressRange | undefined {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(text);
  if (match === null) return undefined;
  const [a = 0, b = 0, c = 0, d = 0, prefix = 0] = match.slice(1).map(Number);
  if (Math.max(a, b, c, d) > 255 || prefix > 32) return undefined;
  const first = ((a * 256 + b) * 256 + c) * 256 + d;
  const size = 2 ** (32 - prefix);
  return first % size === 0 ? { first, last: first + size - 1 } : undefined;
}

/** Base-2 logarithm of the number of addresses: 16 for a /16, 4 for a /28. */
export function sizeInBits(range: AddressRange): number {
  return Math.log2(range.last - range.first + 1);
}

/** Whether `outer` contains every address of `inner`. */
export function contains(outer: AddressRange, inner: AddressRange): boolean {
  return outer.first <= inner.first && inner.last <= outer.last;
}

/** Whether the ranges share an address. */
export function overlap(one: AddressRange, other: AddressRange): boolean {
  return one.first <= other.last && other.first <= one.last;
}
