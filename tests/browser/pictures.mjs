// Takes the pictures of the README: plays the story, and makes every picture smaller than 150 kB.
// LAKWERK_BUILD_DIR=build/ci node tests/browser/pictures.mjs
// Needs pngquant, and chromium-l10n for Dutch words in the browser's own date and file fields.
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const here = dirname(fileURLToPath(import.meta.url));
const into = resolve(here, '../../docs/pictures');
const most = 150_000;  // bytes

const folder = mkdtempSync(join(tmpdir(), 'lakwerk-pictures-'));
const env = { ...process.env, LAKWERK_BUILD_DIR: resolve(process.env.LAKWERK_BUILD_DIR ?? 'build/ci'), LAKWERK_PICTURES: folder };
const [code] = await once(spawn(process.execPath, ['--test', join(here, 'story.test.mjs')], { env, stdio: 'inherit' }), 'exit');
for (const name of readdirSync(folder)) {
  await promisify(execFile)('pngquant', ['--force', '--strip', '--speed', '1', '--output', join(into, name), '128', join(folder, name)]);
  const { size } = statSync(join(into, name));
  console.log(`${name}: ${Math.round(size / 1000)} kB`);
  if (size > most) process.exitCode = 1;
}
rmSync(folder, { recursive: true });
if (code !== 0) process.exitCode = code;
