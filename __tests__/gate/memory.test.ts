import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rootShape, writePlan } from '../../bench/plans';
import { memoryFor, touchAhead } from '../../gate/engine/memory';
import { judgeApart, judgeTogether } from '../../gate/judge';
import { SETTINGS } from '../settings';

const MIB = 1 << 20;
const policy = (): ArrayBuffer => new ArrayBuffer(8);

afterEach(() => jest.restoreAllMocks());

test('memory that was touched ahead is zero, and for the next policy of these bytes only', async () => {
  const bytes = policy();
  const read = jest.spyOn(fs, 'read');
  await touchAhead(bytes, 4 * MIB);
  expect(read).toHaveBeenCalledTimes(1);
  const [, view] = read.mock.calls[0] as unknown as [number, Uint8Array];
  expect(view.byteLength).toBe(12 * MIB);
  const memory = memoryFor(bytes, false);
  expect(memory.buffer).toBe(view.buffer);
  expect(view.every((byte) => byte === 0)).toBe(true);
  expect(memoryFor(bytes, false)).not.toBe(memory);
  expect(memoryFor(policy(), false)).not.toBe(memory);
});

test('a small input does not take it', async () => {
  const bytes = policy();
  await touchAhead(bytes, 4 * MIB);
  expect(memoryFor(bytes, true).buffer.byteLength).toBe(300 * 65_536);
  expect(memoryFor(bytes, false).buffer.byteLength).toBeGreaterThan(300 * 65_536);
});

test('no more is touched than a quarter of what there is', async () => {
  jest.spyOn(process, 'availableMemory').mockReturnValue(10 * MIB + 1);
  const read = jest.spyOn(fs, 'read');
  await touchAhead(policy(), 400 * MIB);
  expect((read.mock.calls[0] as unknown as [number, Uint8Array])[1].byteLength).toBe(2.5 * MIB);
});

test('it is over when nothing touches the memory any more', async () => {
  const bytes = policy();
  let end: () => void = () => undefined;
  jest.spyOn(fs, 'read').mockImplementation((...args: unknown[]) => {
    end = args.at(-1) as () => void;
  });
  let over = false;
  const touched = touchAhead(bytes, 4 * MIB).then(() => (over = true));
  await new Promise(setImmediate);
  expect(over).toBe(false);
  end();
  await touched;
  expect(over).toBe(true);
});

test('where the system has no zeros to read, the policy touches its own memory', async () => {
  const bytes = policy();
  jest.spyOn(fs, 'openSync').mockImplementation(() => {
    throw new Error('ENOENT');
  });
  await expect(touchAhead(bytes, 4 * MIB)).resolves.toBeUndefined();
  expect(memoryFor(bytes, false).buffer.byteLength).toBeGreaterThan(0);
});

test('a plan of 4 MB is judged the same in memory that was touched', async () => {
  const directory = fs.mkdtempSync(join(tmpdir(), 'tollgate-memory-'));
  const path = join(directory, 'plan.json');
  writePlan(path, rootShape(1_500));
  const read = jest.spyOn(fs, 'read');
  const [apart] = judgeApart([{ path }], { settings: SETTINGS });
  expect(read).not.toHaveBeenCalled();
  const together = await judgeTogether([{ path }], { settings: SETTINGS });
  expect(read).toHaveBeenCalledTimes(1);
  expect(together).toEqual(apart);
  expect(together.report.verdict.outcome).toBe('passed');
  fs.rmSync(directory, { recursive: true });
});
