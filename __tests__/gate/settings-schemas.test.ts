import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULTS } from '../settings';
import Ajv2020 from 'ajv/dist/2020';

// The gate itself takes them as they are, which saves half of the time of a small plan.
test.each(readdirSync(DEFAULTS).filter((name) => name.endsWith('.schema.json')))(
  '%s is a valid JSON Schema',
  (name) => {
    const schema = JSON.parse(readFileSync(join(DEFAULTS, name), 'utf8')) as object;
    expect(() => new Ajv2020({ strict: true, allErrors: true }).compile(schema)).not.toThrow();
  },
);
