// The whole way of one request, played in a real browser: household, front desk, collection, review with keys only,
// sign-off, release, audit. Every page of it is looked at by axe, and at 320 px.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import * as steps from './steps.mjs';
import { complaints, lookOver, passwordOf, pdfWords, picture, program, run, signIn, startBrowser, startRegion } from './support.mjs';

const flaws = [];  // of any page: told at the end, so that one does not hide the next
let region, browser, desk, reviewer, officer, requestId, flow, documents, goingOut;

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
  await page.getByText(/(mag|mogen) niet weten/).first().waitFor();
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
  const words = await pdfWords(await letter.body());
  for (const said of ['LW-2026-0001', '2 april 2026', 'Huisman']) assert.ok(words.includes(said), `${said} in the acknowledgement`);
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
  const seen = await steps.collect(page, requestId);
  assert.ok(seen.length > 2 && seen.some((words) => /bladzijden gelezen/.test(words)), `what was to be seen: ${seen.join('\n---\n')}`);
  await lookOver(flaws, page, 'collected case');
  await page.getByRole('region', { name: 'Partners' }).scrollIntoViewIfNeeded();
  await picture(page, 'collection');
  for (const tab of ['stukken', 'beslissing', 'brieven', 'logboek']) {
    await reviewer.page.goto(`/verzoeken/${requestId}/${tab}`);
    await lookOver(flaws, reviewer.page, tab);
  }
});

test('a change of a fact says which request it touches, and proposes anew', async () => {
  const { page } = reviewer;
  await page.goto('/huishoudens');
  await page.getByRole('link', { name: /Gezin Huisman/ }).click();
  await page.getByRole('link', { name: /^Wijzig.*Sanne Wilhelmina/ }).first().click();
  await lookOver(flaws, page, 'fact');
  await page.getByLabel('Bijnamen').fill('San, Sannie');
  await page.getByLabel('Bron', { exact: true }).fill('gesprek met moeder');
  await page.getByRole('button', { name: 'Bewaren' }).click();
  await page.getByText(/LW-2026-0001/).first().waitFor();
});

test('the reviewer cannot be done while there is something to judge', async () => {
  const { page } = reviewer;
  await page.goto(`/verzoeken/${requestId}/beoordelen`);
  await page.getByRole('link', { name: /Stuk \d+: \d+ te beoordelen/ }).first().waitFor();
  await lookOver(flaws, page, 'review');
  await picture(page, 'review-overview');
  assert.equal(await page.getByRole('button', { name: 'Rond de beoordeling af' }).count(), 0);
  const token = await page.locator('body').getAttribute('data-token');
  await page.request.post(`/verzoeken/${requestId}/beoordeling-afronden`, { form: { _token: token } });
  await page.goto(`/verzoeken/${requestId}`);
  await page.locator('[aria-current=step]', { hasText: 'Beoordelen' }).waitFor();
});

test('a judge asks for a choice and a reason; a decision is undone with one key', async () => {
  const { page } = reviewer;
  documents = await steps.documentsOf(page, requestId);
  flow = await steps.firstWith(page, documents, '[data-layout=flow] [data-proposed=judge]');
  await page.goto(flow);
  await lookOver(flaws, page, 'workbench');
  await picture(page, 'review');
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Toetsen' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog', { name: 'Toetsen' }).waitFor({ state: 'hidden' });
  await page.keyboard.press('a');
  await steps.said(page, /Hier is een keuze nodig/);
  await page.keyboard.press('Escape');
  const open = await steps.openCount(page);
  await steps.judge(page, 'raakt oma meer dan vader');
  assert.ok(await steps.openCount(page) < open);
  await page.keyboard.press('u');
  await page.waitForFunction((was) => Number(document.querySelector('[data-open-judge-count]').textContent) === was, open);
});

test('accept, change the ground, and the same for all of one person at once', async () => {
  const { page } = reviewer;
  const one = await steps.choose(page, steps.plain(page, '[data-proposed=redact]'));
  await page.keyboard.press('a');
  await one.and(page.locator('[data-decided=yes][data-standing=redact]')).waitFor();
  const other = await steps.choose(page, steps.plain(page, '[data-proposed=release]'));
  await page.keyboard.press('g');
  const dialog = page.getByRole('dialog', { name: 'Persoon of grond wijzigen' });
  await dialog.getByLabel('Grond').selectOption({ index: 1 });
  await dialog.getByLabel('Reden').fill('gaat over de buren');
  await lookOver(flaws, page, 'change dialogue');
  await page.keyboard.press('Enter');
  await other.and(page.locator('[data-decided=yes][data-standing=redact]')).getByText(/gaat over de buren/).first().waitFor();
  const many = await steps.choose(page, steps.plain(page, ':not([data-alike="1"]):not([data-alike="0"])[data-scope=span]'));
  const before = Number(/^\d+/.exec(await steps.decidedWords(page))[0]);
  const alike = Number(await many.getAttribute('data-alike'));
  await page.keyboard.press('Shift+A');
  await steps.said(page, new RegExp(`^${alike} voorstellen beslist`));
  assert.equal(Number(/^\d+/.exec(await steps.decidedWords(page))[0]), before + alike);
});

async function addMark(page, reason) {
  await page.getByRole('heading', { name: 'Lak toevoegen' }).waitFor();
  await page.locator('[data-add]').getByLabel('Reden').fill(reason);
  await page.getByRole('button', { name: 'Lak dit' }).click();
  await page.waitForURL(/voorstel=/);
  await steps.current(page).getByText(new RegExp(reason)).first().waitFor();
}

test('a mark is added by choosing words with keys or the mouse, or by drawing a box; and taken away', async () => {
  const { page } = reviewer;
  await page.goto(flow);
  await page.keyboard.press('m');
  for (let word = 0; word < 2; word += 1) await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Enter');
  await addMark(page, 'gekozen met toetsen');
  await page.locator('.line__text .s:not(.s--span)').filter({ hasText: /^\w{4}/ }).first().dblclick({ position: { x: 14, y: 10 } });
  await addMark(page, 'gekozen met de muis');
  await page.keyboard.press('x');
  await page.getByText('gekozen met de muis').first().waitFor({ state: 'detached' });

  await page.goto(await steps.firstWith(page, documents, '[data-layout=paged]'));
  const sheet = page.locator('.sheet__marks').first();
  await sheet.scrollIntoViewIfNeeded();
  const area = await page.locator('.review__document').boundingBox();
  const [x, y] = [area.x + area.width / 2, area.y + area.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 60, y + 20, { steps: 4 });
  await page.mouse.up();
  await addMark(page, 'een handtekening');
  await lookOver(flaws, page, 'workbench of a page picture');
});

test('the whole review with keys only, without reloading; then the package is built and verified', async () => {
  const { page } = reviewer;
  assert.ok(documents.length >= 10);
  await steps.reviewWithKeys(page, requestId);
  assert.match(await steps.decidedWords(page), /^(\d+) van \1 /);
  await lookOver(flaws, page, 'decided workbench');
  await page.goto(`/verzoeken/${requestId}/beoordelen`);
  await steps.pressOn(page, page.getByRole('button', { name: 'Rond de beoordeling af' }));
  await page.waitForURL(new RegExp(`/verzoeken/${requestId}$`));
  await steps.waitForPackage(officer.page, requestId);
  await lookOver(flaws, officer.page, 'sign-off');
  await picture(officer.page, 'sign-off');
  goingOut = await officer.page.locator('section[aria-labelledby=wat-kop] tbody a').count();  // what is wholly withheld has no file
  assert.ok(goingOut > 5);
  const summary = await officer.page.getByRole('main').innerText();
  for (const shown of [/verborgen tekstdelen gezocht .* niets gevonden/s, /raakt een ander te zeer/, /gaat over de buren/, /een handtekening/, /Beslissing van Stichting Veilig Thuis/])
    assert.match(summary, shown);
});

test('the reviewer cannot sign; the privacy officer can, with the password and keys only', async () => {
  await reviewer.page.goto(`/verzoeken/${requestId}/vrijgave`);
  assert.equal(await reviewer.page.getByLabel('Uw wachtwoord').count(), 0);
  await lookOver(flaws, reviewer.page, 'sign-off as the reviewer sees it');
  const { page } = officer;
  await page.reload();  // folded again, as a person finds it
  await steps.sign(page, 'geen goed wachtwoord');
  await page.getByText('Het wachtwoord klopt niet').waitFor();
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
  assert.equal(await page.getByText('Er is nog geen pakket').count(), 0, 'the desk sees no files, but there is a package');
  await page.getByRole('radio', { name: 'aan de balie' }).check();
  await page.getByRole('button', { name: 'Verstrek het pakket' }).click();
  await page.getByRole('heading', { name: 'Verstrekt', exact: true }).waitFor();
  await lookOver(flaws, page, 'released');
  await picture(page, 'release');

  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /Download het pakket/ }).click()]);
  const folder = mkdtempSync(join(tmpdir(), 'lakwerk-package-'));
  await run('unzip', ['-q', await download.path(), '-d', folder]);
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  const pdfs = names.filter((name) => name.endsWith('.pdf'));
  assert.equal(pdfs.length, goingOut + 5, names.join(' '));  // three decisions, the inventory, what was asked and answered
  let flat = '';
  for (const name of pdfs) flat += await pdfWords(readFileSync(name));
  rmSync(folder, { recursive: true });
  for (const secret of withheld) assert.ok(!flat.includes(secret), `${secret} stands in the package`);
  for (const own of released) assert.ok(flat.includes(own), `${own} does not stand in the package`);
});

test('the trail tells it in plain words, is whole, and the log holds no names', async () => {
  const { page } = officer;
  await page.goto(`/verzoeken/${requestId}/logboek`);
  await lookOver(flaws, page, 'log');
  const told = await page.getByRole('main').innerText();
  for (const words of [/Karin Bosman/, /Tom Verhulst/, /Mirjam Quist/, /verstrekt/i, /raakt een ander te zeer/]) assert.match(told, words);
  const audit = await run(program, ['audit', '--data', region.data]);
  assert.match(audit.stdout, /Het logboek is heel/);
  for (const name of ['Huisman', 'Dekker', 'Ruigeveen']) assert.ok(!region.log().replaceAll(/Brief om mee.*/g, '').includes(name), `${name} in the log`);
});

const english = [
  [() => officer, ['/huishoudens', '/huishoudens/nieuw', '/toezicht', '/werkvoorraad?wie=team&welke=alle', '/zoeken?tekst=huisman', '/mijn-instellingen', 'vrijgave', 'verstrekking', '', 'logboek']],
  [() => reviewer, ['beoordelen', 'stukken', 'stukken/nieuw', 'beslissing', 'brieven']],
  [() => desk, ['/verzoeken/nieuw', 'vastgelegd', 'stukken']],
];
test('the same in English', async () => {
  for (const [person, pages] of english) {
    const { page } = person();
    await page.goto('/mijn-instellingen');
    await lookOver(flaws, page, 'settings');
    await page.getByLabel('Taal van de schermen').selectOption('en');
    await page.getByRole('button', { name: 'Bewaren' }).click();
    await page.locator('html[lang=en]').waitFor();
    for (const address of pages) {
      await page.goto(address.startsWith('/') ? address : `/verzoeken/${requestId}/${address}`.replace(/\/$/, ''));
      await lookOver(flaws, page, `English ${address}`);
      assert.doesNotMatch(await page.getByRole('main').innerText(), /\b(Werkvoorraad|Bewaren|Verzoeken|Wijzig|Stukken|Vrijgave)\b/, address);
    }
  }
  for (const address of [flow, await steps.firstWith(reviewer.page, documents, '[data-layout=paged]')]) {
    await reviewer.page.goto(address);
    await lookOver(flaws, reviewer.page, 'English workbench');
  }
});

test('no page complained in the console', () => {
  assert.deepEqual(complaints([desk, reviewer, officer], [[409, /^\/voorstellen\//], [422, /./], [403, /\/(vrijgeven|stukken)$/]]), []);
});

test('no page has a flaw that axe sees, and none is wider than 320 px', () => {
  assert.deepEqual(flaws, []);
});
