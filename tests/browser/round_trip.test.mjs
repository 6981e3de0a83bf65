// What the reviewer saw marked is what the file hides: the review page as Chromium draws it beside the pages that go out,
// drawn and read by programs of others.
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { covered, differences, picturesOf, readByEye, sequence, shareOf, wordsOf } from './seen.mjs';
import * as steps from './steps.mjs';
import { passwordOf, run, signIn, startBrowser, startRegion } from './support.mjs';

const coveredFrom = 0.6, openTo = 0.3;  // share of a word's box; between them it is half covered
const black = [0, 0, 0];
const behind = /^Waarom delen van dit stuk zwart zijn/;
let region, browser, folder, blank;
const seen = [];  // per document: what the reviewer saw

// A page of the document: its picture as it is drawn, with what goes out filled in; the colour of that.
async function lookAtSheets(page) {
  await page.locator('[data-document]').evaluate((doc) => { doc.dataset.view = 'released'; });
  const sheets = [];
  for (const sheet of await page.locator('.sheet').all()) {
    await sheet.locator('img').evaluate((img) => { img.loading = 'eager'; return img.decode(); });
    const fill = await sheet.evaluate((one) => { const bar = one.querySelector('.run--redact'); return bar ? getComputedStyle(bar).fill : ''; });
    sheets.push({ png: await sheet.locator('.sheet__frame').screenshot({ animations: 'disabled' }), colour: (fill.match(/\d+/g) ?? []).map(Number), scanned: /scan/.test(await sheet.locator('figcaption').innerText()) });
  }
  return sheets;
}

// Words of the text, covered where any of their letters is drawn on ground of its own ink.
const lookAtLines = (page) => page.locator('[data-document]').evaluate((doc) => {
  doc.dataset.view = 'released';
  const words = [];
  for (const line of doc.querySelectorAll('.line__text')) {
    let word = null;
    for (const stretch of line.querySelectorAll('.s')) {
      const style = getComputedStyle(stretch), isCovered = style.color === style.backgroundColor;
      for (const letter of stretch.textContent) {
        if (/\s/.test(letter)) { word = null; continue; }
        if (!word) words.push(word = { text: '', isCovered: false });
        word.text += letter;
        word.isCovered ||= isCovered;
      }
    }
  }
  return words;
});

before(async () => {
  [region, browser] = await Promise.all([startRegion(), startBrowser()]);
  folder = mkdtempSync(join(tmpdir(), 'lakwerk-round-trip-'));
  const desk = await signIn(browser, region, 'balie');
  const reviewer = await signIn(browser, region, 'professional');
  const officer = await signIn(browser, region, 'privacy');
  const id = await steps.logRequest(desk.page, region);
  await steps.collect(reviewer.page, id);
  await steps.reviewEverything(reviewer.page, id);
  const { page } = reviewer;
  await page.setViewportSize({ width: 1400, height: 2600 });
  for (const address of await steps.documentsOf(page, id)) {
    await page.goto(address);
    const one = { title: await page.locator('h1').first().innerText() };
    if (await page.locator('.doc--paged').count()) {
      one.sheets = await lookAtSheets(page);
      one.source = await (await reviewer.context.request.get(address.replace('/beoordelen', '/bron'))).body();
    } else one.words = await lookAtLines(page);
    seen.push(one);
  }
  await steps.finish(page, id);
  await steps.waitForPackage(officer.page, id);
  await steps.sign(officer.page, passwordOf('privacy'));
  await officer.page.waitForURL(/verstrekking$/);
  await desk.page.goto(`/verzoeken/${id}/verstrekking`);
  await desk.page.getByRole('radio', { name: 'aan de balie' }).check();
  await desk.page.getByRole('button', { name: 'Verstrek het pakket' }).click();
  const [download] = await Promise.all([desk.page.waitForEvent('download'), desk.page.getByRole('link', { name: /Download het pakket/ }).click()]);
  await run('unzip', ['-q', await download.path(), '-d', folder]);
  blank = await (await browser.newContext()).newPage();
});
after(async () => {
  await browser?.close();
  await region?.stop();
  if (folder) rmSync(folder, { recursive: true });
});

// A document by its number, and the file that goes out for it.
const fileOf = (number) => join(folder, 'stukken', `${String(number).padStart(3, '0')}.pdf`);
const releasedOf = (number) => readFileSync(fileOf(number));
const numbers = (is) => seen.flatMap((one, at) => (is(one) && existsSync(fileOf(at + 1)) ? [at + 1] : []));  // what is withheld whole has no file

async function isCoveredIn(png, colour, words) {
  const shares = colour.length ? await shareOf(blank, png, colour, words.map((word) => word.box)) : words.map(() => 0);
  return words.map((word, at) => ({ ...word, share: shares[at], isCovered: shares[at] >= coveredFrom }));
}

// The words of the source, per page, with what the reviewer saw drawn over them.
async function asReviewed({ sheets, source }) {
  const pages = sheets[0].scanned ? await Promise.all((await picturesOf(source)).map(readByEye)) : await wordsOf(source);
  assert.equal(pages.length, sheets.length);
  return Promise.all(pages.map((words, at) => isCoveredIn(sheets[at].png, sheets[at].colour, words)));
}

// The words of the file, per page, up to where it explains its marks. A mark is a label on black.
async function asReleased(pdf) {
  const pictures = await picturesOf(pdf);
  const pages = [];
  for (const [at, words] of (await wordsOf(pdf)).entries()) {
    const ends = words.findIndex((_, from) => behind.test(words.slice(from, from + 7).map((word) => word.text).join(' ')));
    pages.push({ png: pictures[at], words: await isCoveredIn(pictures[at], black, ends < 0 ? words : words.slice(0, ends)) });
    if (ends >= 0) break;
  }
  return pages;
}

// "[A]", "[A · naam]": the words of a label.
const isLabel = (text) => /^\[[A-Z]\b/.test(text) || text === '·' || /^\p{Ll}+\]$/u.test(text);
// The words of a released document as its reader has them: a line that says that a passage is not given is a mark too, and what
// Lakwerk prints above and below each page is no part of it.
function asRead(pages) {
  const text = pages.map(({ words }) => words.map((word) => (isLabel(word.text) ? covered : word.text)).join(' ')).join(' ')
    .replaceAll(/LW-\d{4}-\d{4}, stuk \d+/g, '').replaceAll(/Lakwerk – opnieuw opgebouwd uit wat u mag zien( Pagina \d+ van \d+)?/g, '')
    .replaceAll(/Deze passage is niet verstrekt \([A-Z]: [^)]*\)\./g, covered);
  return text.split(' ').map((word) => ({ text: word, isCovered: word === covered }));
}

// Labels stand on black, and nothing else does.
function expectOnlyLabelsCovered(title, pages) {
  for (const { words } of pages)
    for (const word of words) assert.equal(word.share > openTo, isLabel(word.text), `${title}: ${word.text} ${word.share}`);
}

function expectSame(reviewed, released, most) {
  const one = sequence(reviewed), other = sequence(released);
  assert.ok(one.includes(covered) && one.length > 5, 'there is nothing to compare');
  const differ = differences(one, other);
  assert.ok(differ.length <= most * one.length, `${differ.length} of ${one.length}: ${differ.join(', ')}`);
}

for (const [name, is, most] of [
  ['typed PDF', (one) => one.sheets && !one.sheets[0].scanned && one.sheets.some((sheet) => sheet.colour.length), 0],
  ['scan', (one) => one.sheets?.[0].scanned && one.source.subarray(0, 5).toString() === '%PDF-', 0.03]])
  test(`every word that the reviewer saw covered on a ${name} is covered in the file, and no other`, async () => {
    const found = numbers(is);
    assert.ok(found.length, `no ${name}`);
    for (const at of found.slice(0, 2)) {
      const reviewed = (await asReviewed(seen[at - 1])).flat();
      const pages = await asReleased(releasedOf(at));
      const half = reviewed.filter((word) => word.share > openTo && word.share < coveredFrom);
      assert.ok(half.length <= most * reviewed.length, `${seen[at - 1].title}: half covered: ${half.map((word) => `${word.text} ${word.share.toFixed(2)}`).join(', ')}`);
      expectOnlyLabelsCovered(seen[at - 1].title, pages);
      expectSame(reviewed, asRead(pages), most);
      // What is left to be read as text is compared above; here is what only an eye would see.
      const open = new Set(sequence((await wordsOf(releasedOf(at))).flat()));
      const gone = new Set(sequence(reviewed.filter((word) => word.isCovered).map((word) => ({ text: word.text }))).filter((word) => word.length > 3 && !open.has(word)));
      for (const { png } of pages)
        for (const word of sequence(await readByEye(png))) assert.ok(!gone.has(word), `${seen[at - 1].title}: ${word} is still to be read`);
    }
  });

test('every word that the reviewer saw covered in a document without pages is covered in the file, and no other', async () => {
  const found = numbers((one) => one.words?.some((word) => word.isCovered));
  assert.ok(found.length >= 2, 'no journal and no mail');
  for (const at of found) {
    const pages = await asReleased(releasedOf(at));
    expectOnlyLabelsCovered(seen[at - 1].title, pages);
    expectSame(seen[at - 1].words, asRead(pages), 0);
  }
});
