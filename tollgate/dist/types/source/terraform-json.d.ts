import { type Body } from './body';
/** @throws Unreadable for content that is not JSON */
export declare function readTerraformJson(text: string): Body;
