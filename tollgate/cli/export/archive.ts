import { gzipSync } from 'fflate';
import { pack } from 'tar-stream';
import type { Tree } from './trees';

/** A `.tar.gz` whose bytes depend only on the files: no times, no owners, and not the machine's zlib. */
export async function archive(files: Tree): Promise<Uint8Array> {
  const tar = pack();
  for (const [name, text] of files) {
    tar.entry({ name, mode: 0o644, uid: 0, gid: 0, uname: '', gname: '', mtime: new Date(0) }, text);
  }
  tar.finalize();
  const chunks: Uint8Array[] = [];
  for await (const chunk of tar as AsyncIterable<Uint8Array>) chunks.push(chunk);
  return gzipSync(Buffer.concat(chunks), { mtime: 0, level: 9 });
}
