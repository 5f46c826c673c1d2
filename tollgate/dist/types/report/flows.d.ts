import type { FlowFact } from '../model';
/**
 * The flows as lines such as `Internet ──80──▶ ALB ──8000──▶ EC2`. What does not continue a chain begins another line.
 *
 * @param width columns that a line may take
 */
export declare function flowPicture(flows: readonly FlowFact[], width: number): string[];
