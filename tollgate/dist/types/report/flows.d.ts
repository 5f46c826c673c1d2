import { type FlowFact } from '../model';
/**
 * Draws flows as lines such as `Internet ──80──▶ ALB ──8000──▶ EC2`. A flow that does not continue a chain starts a new
 * line.
 *
 * @param width maximum number of columns
 */
export declare function flowPicture(flows: readonly FlowFact[], width: number): string[];
/** `443`, `8000-8010`, or `''` for a protocol without ports. */
export declare function portText({ protocol, port, last }: Pick<FlowFact, 'protocol' | 'port' | 'last'>): string;
