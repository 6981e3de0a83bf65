// The whole way of one request, played in a real browser: household, front desk, collection, review with keys only,
// sign-off, release, audit. Every page of it is looked at by axe, and at 320 px.
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import * as steps from './steps.mjs';
import { lookOver, passwordOf, picture, program, run, signIn, startBrowser, startRegion } from './support.mjs';

const flaws = [];  // of any page: told at the end, so that one does not hide the next
let region, browser, desk, reviewer, officer, requestId;

before(async () => {
  [region, browser] = await Promise.all([startRegion(), startBrowser()]);
  [desk, reviewer, officer] = [await signIn(browser, region, 'balie'), await signIn(browser, region, 'professional'), await signIn(browser, region, 'privacy')];
});
after(async () => {
  await browser?.close();
  await region?.stop();
});

test('the household shows who is parent, who has authority, who is protected from whom', async () => {
  const { page } = reviewer;
  await page.goto('/huishoudens');
  await lookOver(flaws, page, 'households');
  await page.getByRole('link', { name: /Gezin Huisman/ }).click();
  await lookOver(flaws, page, 'household');
  await page.getByText(/mag niet weten/).first().waitFor();
  await picture(page, 'household');
});

test('the front desk logs the request from the scanned letter', async () => {
  const { page } = desk;
  await steps.fillRequest(page, region);
  assert.equal(await page.getByLabel('Ontvangen op').inputValue(), '2026-03-02', 'the stamp on the scan');
  const becomes = page.getByRole('complementary', { name: 'Wat dit wordt' });
  await becomes.getByText(/2 april 2026/).first().waitFor();
  await becomes.getByText(/Afscherming tegen deze verzoeker/).waitFor();
  await becomes.getByText(/kind onder de 12/).first().waitFor();
  for (const partner of ['Veilig Thuis Waterkant', 'lokaal team', 'Jeugdbescherming Waterkant']) await becomes.getByText(new RegExp(partner)).first().waitFor();
  await becomes.getByText('Hoe deze datum is bepaald').click();
  await lookOver(flaws, page, 'new request');
  await page.evaluate(() => window.scrollTo(0, 0));
  await picture(page, 'new-request');

  await page.getByRole('button', { name: 'Leg het verzoek vast' }).click();
  await page.waitForURL(/vastgelegd$/);
  requestId = page.url().split('/').at(-2);
  await lookOver(flaws, page, 'logged');
  const letter = await page.context().request.get(`/verzoeken/${requestId}/ontvangstbevestiging.pdf`);
  assert.equal((await letter.body()).subarray(0, 5).toString(), '%PDF-');
});

test('a second try is pointed out as a likely duplicate', async () => {
  const { page } = desk;
  await steps.fillRequest(page, region);
  await page.getByText('Lijkt op een verzoek dat er al is').waitFor();
  await page.getByRole('button', { name: 'Leg het verzoek vast' }).click();
  await page.getByText(/lijkt al te lopen/).first().waitFor();
  await lookOver(flaws, page, 'duplicate');
  await page.goto('/werkvoorraad');
  assert.equal(await page.locator('main tbody tr').count(), 1);
  await lookOver(flaws, page, 'worklist');
  await picture(page, 'worklist');
});

test('the desk sees the request it logged, and nothing of the household or the documents', async () => {
  const { page } = desk;
  await page.goto(`/verzoeken/${requestId}`);
  await page.getByRole('heading', { name: 'Het verzoek', exact: true }).waitFor();
  await lookOver(flaws, page, 'case at the desk');
  for (const part of ['beslissing', 'logboek', 'stukken']) assert.equal((await page.context().request.get(`/verzoeken/${requestId}/${part}`)).status(), 403, part);
});

test('the partners are asked, and how far they are is seen without reloading', async () => {
  const { page } = reviewer;
  await page.goto(`/verzoeken/${requestId}`);
  await lookOver(flaws, page, 'case');
  await picture(page, 'case');
  await steps.collect(page, requestId);
  await lookOver(flaws, page, 'collected case');
  await page.getByRole('region', { name: 'Partners' }).scrollIntoViewIfNeeded();
  await picture(page, 'collection');
  for (const tab of ['stukken', 'beslissing', 'brieven', 'logboek']) {
    await page.goto(`/verzoeken/${requestId}/${tab}`);
    await lookOver(flaws, page, tab);
  }
});

test('a change of a fact says which request it touches, and proposes anew', async () => {
  const { page } = reviewer;
  await page.goto('/huishoudens');
  await page.getByRole('link', { name: /Gezin Huisman/ }).click();
  await page.getByRole('link', { name: /^Wijzig.*Sanne Wilhelmina/ }).first().click();
  await lookOver(flaws, page, 'fact');
  await page.getByLabel('Bijnamen').fill('San, Sannie');
  await page.getByRole('button', { name: 'Bewaren' }).click();
  await page.getByText(/LW-2026-0001/).first().waitFor();
});

test('the reviewer decides with keys only, without reloading, in less than the eye waits for', async () => {
  const { page } = reviewer;
  const documents = await steps.documentsOf(page, requestId);
  await lookOver(flaws, page, 'review');
  assert.ok(documents.length >= 10);
  await page.goto(documents[0]);
  await lookOver(flaws, page, 'workbench');
  await picture(page, 'review');
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Toetsen' }).waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('a');
  await page.getByText(/Hier is een keuze nodig/).waitFor();
  await page.keyboard.press('Escape');
  const open = await steps.openCount(page);
  await steps.judge(page, 'raakt oma meer dan vader');
  assert.ok(await steps.openCount(page) < open);
  await page.keyboard.press('u');
  await page.waitForFunction((was) => Number(document.querySelector('[data-open-judge-count]').textContent) === was, open);

  await steps.reviewEverything(page, requestId);
  await page.goto(documents.at(-1));
  assert.match(await steps.decidedWords(page), /^(\d+) van \1 /);
  await lookOver(flaws, page, 'decided workbench');
});

test('a mark is added by choosing words with the keyboard', async () => {
  const { page } = reviewer;
  const [first] = await steps.documentsOf(page, requestId);
  await page.goto(first);
  await page.keyboard.press('m');
  for (let word = 0; word < 2; word += 1) await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Lak toevoegen' }).waitFor();
  await page.locator('[data-add]').getByLabel('Reden').fill('hoort hier niet');
  await page.getByRole('button', { name: 'Lak dit' }).click();
  await page.waitForURL(/voorstel=/);
  await steps.current(page).getByText(/hoort hier niet/).first().waitFor();
});

test('nothing open any more: the review is finished, the package built and verified', async () => {
  const { page } = reviewer;
  await steps.finish(page, requestId);
  await steps.waitForPackage(officer.page, requestId);
  await lookOver(flaws, officer.page, 'sign-off');
  await picture(officer.page, 'sign-off');
});

test('the reviewer cannot sign; the privacy officer can, with the password', async () => {
  await reviewer.page.goto(`/verzoeken/${requestId}/vrijgave`);
  assert.equal(await reviewer.page.getByLabel('Uw wachtwoord').count(), 0);
  const { page } = officer;
  await steps.sign(page, 'geen goed wachtwoord');
  await page.getByText(/wachtwoord/i).first().waitFor();
  await page.goto(`/verzoeken/${requestId}/vrijgave`);
  await steps.sign(page, passwordOf('privacy'));
  await page.waitForURL(/verstrekking$/);
});

// What the father must not find out, and what is his to read.
const withheld = ['Ruigeveen', 'Kersentuin', '7799', 'Wielewaal', 'Veenland', 'Verschoor', 'Vlindernest', '0651738820', 'gekrast', 'locatie heeft uitgezet'];
const released = ['Huisman', 'zelfgemaakt houten bootje'];

test('the desk hands out the package; what is his stands in it, what is not does not', async () => {
  const { page } = desk;
  await page.goto(`/verzoeken/${requestId}/verstrekking`);
  await lookOver(flaws, page, 'release, signed');
  await page.getByLabel(/Aan wie en hoe/).fill('aan de balie overhandigd aan R. Huisman');
  await page.getByRole('button', { name: 'Verstrek het pakket' }).click();
  await page.getByRole('heading', { name: 'Verstrekt', exact: true }).waitFor();
  await lookOver(flaws, page, 'released');
  await picture(page, 'release');

  const folder = mkdtempSync(join(tmpdir(), 'lakwerk-package-'));
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /Download het pakket/ }).click()]);
  await download.saveAs(join(folder, 'pakket.zip'));
  await run('unzip', ['-q', join(folder, 'pakket.zip'), '-d', join(folder, 'pakket')]);
  let words = '';
  for (const entry of readdirSync(join(folder, 'pakket'), { recursive: true, withFileTypes: true }))
    if (entry.isFile() && entry.name.endsWith('.pdf'))
      words += (await run('pdftotext', ['-layout', join(entry.parentPath ?? entry.path, entry.name), '-'], { maxBuffer: 64e6 })).stdout;
  rmSync(folder, { recursive: true });
  const flat = words.replace(/\s+/g, ' ');
  for (const secret of withheld) assert.ok(!flat.includes(secret), `${secret} stands in the package`);
  for (const own of released) assert.ok(flat.includes(own), `${own} does not stand in the package`);
});

test('the trail tells it in plain words, is whole, and the log holds no names', async () => {
  const { page } = officer;
  await page.goto(`/verzoeken/${requestId}/logboek`);
  await lookOver(flaws, page, 'log');
  await page.getByText(/verstrekt/i).first().waitFor();
  const audit = await run(program, ['audit', '--data', region.data]);
  assert.match(audit.stdout, /Het logboek is heel/);
  for (const name of ['Huisman', 'Dekker', 'Ruigeveen']) assert.ok(!region.log().replaceAll(/Brief om mee.*/g, '').includes(name), `${name} in the log`);
});

test('no page complained in the console', () => {
  const told = [desk, reviewer, officer].flatMap((person) => person.problems).filter((line) => !/status of 409|status of 422/.test(line));
  assert.deepEqual(told, []);
});

test('no page has a flaw that axe sees, and none is wider than 320 px', () => {
  assert.deepEqual(flaws, []);
});
