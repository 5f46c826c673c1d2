import { addresses, read, refusal } from './reading';
import { bytes, openGroup, plan, queue } from './plans';

const text = JSON.stringify(plan([openGroup(22), queue()]));
const little = Buffer.from(text, 'utf16le');
const big = Buffer.from(text, 'utf16le').swap16();

describe('a plan is read', () => {
  test.each([
    ['as UTF-8', Buffer.from(text)],
    ['as UTF-8 with a byte order mark', Buffer.from(`\uFEFF${text}`)],
    ['as UTF-16LE with a byte order mark', Buffer.concat([Buffer.from([0xff, 0xfe]), little])],
    ['as UTF-16LE without one', little],
    ['as UTF-16BE with a byte order mark', Buffer.concat([Buffer.from([0xfe, 0xff]), big])],
    ['as UTF-16BE without one', big],
    ['with white space around it', Buffer.from(`\r\n\t ${text}\r\n\n`)],
    ['from a part of a larger buffer', Buffer.from(`xx${text}`).subarray(2)],
  ])('%s', (_, content) => {
    expect(read(content)).toEqual(read(text));
    expect(addresses(read(content))).toEqual(['aws_security_group.open', 'aws_sqs_queue.jobs']);
    expect(JSON.stringify(read(content).document)).toContain('Ærø ☂');
  });
});

describe('text in no known encoding is refused', () => {
  test('as Latin-1, with how to write it again', () => {
    expect(refusal(Buffer.from(text, 'latin1'))).toBe(
      [
        'plan.json is neither UTF-8 nor UTF-16 text.',
        'The gate cannot judge a file that it cannot read.',
        'Write the file again as UTF-8: `terraform show -json tfplan > plan.json`.',
      ].join('\n'),
    );
  });

  test('when UTF-16 ends in the middle of a character', () => {
    expect(refusal(little.subarray(0, -1))).toMatch(/^plan.json is UTF-16 text that ends/);
  });

  test('when UTF-16 holds half of a character', () => {
    const broken = Buffer.concat([
      Buffer.from('{"', 'utf16le'),
      Buffer.from([0x00, 0xd8]),
      Buffer.from('":1}', 'utf16le'),
    ]);
    expect(refusal(broken)).toMatch(/^plan.json looks like UTF-16 text but is not valid UTF-16/);
  });

  test('when the bytes are random', () => {
    expect(refusal(Buffer.from([0x80, 0xfe, 0x00, 0x13]))).toMatch(/neither UTF-8 nor UTF-16/);
  });
});

test('the bytes of a document are read where they are', () => {
  expect(addresses(read(bytes(plan([queue()]))))).toEqual(['aws_sqs_queue.jobs']);
});
