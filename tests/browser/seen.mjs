// What stands on a page and what is covered there, as programs of others see it: words with their places from pdftotext
// or Tesseract, pixels from Chromium. Places are shares of the page: [left, top, right, bottom].
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './support.mjs';

export const covered = '█';

async function within(bytes, work) {
  const folder = mkdtempSync(join(tmpdir(), 'lakwerk-seen-'));
  const file = join(folder, 'een.pdf');
  writeFileSync(file, bytes);
  try {
    return await work(file, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const number = (text, name) => Number(new RegExp(`${name}="([-0-9.]+)"`).exec(text)[1]);
const plain = (text) => text.replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

// Per page its words in reading order.
export const wordsOf = (pdf) => within(pdf, async (file) => {
  const { stdout } = await run('pdftotext', ['-bbox', file, '-'], { maxBuffer: 64e6 });
  return stdout.split('<page ').slice(1).map((page) => {
    const wide = number(page, 'width'), high = number(page, 'height');
    return [...page.matchAll(/<word ([^>]*)>([^<]*)<\/word>/g)].map(([, at, text]) => ({
      text: plain(text), box: [number(at, 'xMin') / wide, number(at, 'yMin') / high, number(at, 'xMax') / wide, number(at, 'yMax') / high] }));
  });
});

const dpi = 300;
// Per page its picture (PNG bytes).
export const picturesOf = (pdf) => within(pdf, async (file, folder) => {
  await run('pdftoppm', ['-png', '-gray', '-r', String(dpi), file, join(folder, 'p')]);
  return readdirSync(folder).filter((name) => name.endsWith('.png')).sort().map((name) => readFileSync(join(folder, name)));
});

export const readByEye = (png) => within(png, async (file) => {
  const { stdout } = await run('tesseract', [file, '-', '-l', 'nld', '--dpi', String(dpi), 'tsv'], { maxBuffer: 64e6, env: { ...process.env, OMP_THREAD_LIMIT: '1' } });
  const rows = stdout.trim().split('\n').slice(1).map((row) => row.split('\t'));
  const [wide, high] = rows[0].slice(8, 10).map(Number);
  return rows.filter((row) => row[0] === '5' && row[11]?.trim()).map((row) => {
    const [x, y, w, h] = row.slice(6, 10).map(Number);
    return { text: row[11].trim(), box: [x / wide, y / high, (x + w) / wide, (y + h) / high] };
  });
});

// Of each box, the share of its pixels that have this colour. page: any page of a browser that may load pictures.
export const shareOf = (page, png, colour, boxes) => page.evaluate(async ([bytes, [red, green, blue], places]) => {
  const picture = await createImageBitmap(await (await fetch(`data:image/png;base64,${bytes}`)).blob());
  const pen = new OffscreenCanvas(picture.width, picture.height).getContext('2d', { willReadFrequently: true });
  pen.drawImage(picture, 0, 0);
  const { data } = pen.getImageData(0, 0, picture.width, picture.height);
  const near = (at, value) => Math.abs(data[at] - value) <= 3;
  return places.map(([left, top, right, bottom]) => {
    let all = 0, same = 0;
    for (let y = Math.max(0, Math.round(top * picture.height)); y < Math.min(picture.height, bottom * picture.height); y += 1)
      for (let x = Math.max(0, Math.round(left * picture.width)); x < Math.min(picture.width, right * picture.width); x += 1) {
        const at = 4 * (y * picture.width + x);
        all += 1;
        same += near(at, red) && near(at + 1, green) && near(at + 2, blue);
      }
    return all ? same / all : 0;
  });
}, [png.toString('base64'), colour, boxes]);

// Letters and digits only, each row of covered words one sign.
export function sequence(words) {
  const row = [];
  for (const { text, isCovered } of words) {
    const letters = text.normalize('NFKD').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
    if (isCovered) { if (row.at(-1) !== covered) row.push(covered); } else if (letters) row.push(letters);
  }
  return row;
}

// What only one of two rows holds, in the shortest way to make one of the other.
export function differences(one, other) {
  const longest = Array.from({ length: one.length + 1 }, () => new Uint16Array(other.length + 1));
  for (let a = one.length - 1; a >= 0; a -= 1)
    for (let b = other.length - 1; b >= 0; b -= 1)
      longest[a][b] = one[a] === other[b] ? longest[a + 1][b + 1] + 1 : Math.max(longest[a + 1][b], longest[a][b + 1]);
  const found = [];
  let a = 0, b = 0;
  while (a < one.length || b < other.length) {
    if (a < one.length && b < other.length && one[a] === other[b]) a += 1, b += 1;
    else if (b === other.length || (a < one.length && longest[a + 1][b] >= longest[a][b + 1])) found.push(`- ${one[a]} (na ${one[a - 1]})`), a += 1;
    else found.push(`+ ${other[b]} (na ${other[b - 1]})`), b += 1;
  }
  return found;
}
