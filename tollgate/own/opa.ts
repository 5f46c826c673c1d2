import { spawnSync } from 'node:child_process';
import { CouldNotJudge } from '../model';

/** The oldest version of OPA that compiles the library of the gate. */
const OLDEST = [1, 0] as const;

/** The version with which the gate itself is built and tested. */
const TESTED = '1.22.2';

/** How to get OPA. */
export const GET_OPA = `Install OPA ${OLDEST.join('.')} or a later 1.x (tested with ${TESTED}) and put it on the PATH: \`brew install opa\`, \`go install github.com/open-policy-agent/opa@v${TESTED}\`, or a binary from https://www.openpolicyagent.org/docs/latest/#running-opa.`;

/** An `opa` on the PATH. */
export interface Opa {
  /** `1.22.2` */
  readonly version: string;
  /** Whether the gate supports the version. */
  readonly supported: boolean;
}

/** The `opa` on the PATH; undefined if there is none that runs. */
export function findOpa(): Opa | undefined {
  const { status, stdout } = spawnSync('opa', ['version'], { encoding: 'utf8', env: process.env });
  const version = status === 0 ? /^Version: v?(\S+)/m.exec(stdout)?.[1] : undefined;
  if (version === undefined) return undefined;
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return { version, supported: major === OLDEST[0] && minor >= OLDEST[1] };
}

/**
 * @param why the consequence of a missing OPA
 * @returns the version
 * @throws CouldNotJudge when OPA is missing or is a version that the gate does not support
 */
export function requireOpa(why: string): string {
  const found = findOpa();
  if (found === undefined) throw new CouldNotJudge('`opa` is not on the PATH.', why, GET_OPA);
  if (!found.supported) {
    throw new CouldNotJudge(
      `\`opa\` on the PATH is version ${found.version}; rules need OPA ${OLDEST.join('.')} or a later 1.x.`,
      why,
      GET_OPA,
    );
  }
  return found.version;
}

/** The result of a run of `opa`. */
export interface OpaRun {
  readonly ok: boolean;
  readonly out: string;
  readonly error: string;
}

/** Runs `opa`, which uses no network. */
export function opa(directory: string, words: readonly string[]): OpaRun {
  const { status, stdout, stderr } = spawnSync('opa', [...words], {
    ...{ cwd: directory, encoding: 'utf8', maxBuffer: 1 << 28, env: process.env },
  });
  return { ok: status === 0, out: stdout, error: stderr };
}
