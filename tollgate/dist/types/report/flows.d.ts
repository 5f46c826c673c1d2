import { type FlowFact } from '../model';
/**
 * Draws flows as lines such as `Internet ──80──▶ ALB ──8000──▶ EC2`. A flow that does not continue a chain starts a new
 * line.
 *
 * @param width maximum number of columns
 */
export declare function flowPicture(flows: readonly FlowFact[], width: number): string[];
