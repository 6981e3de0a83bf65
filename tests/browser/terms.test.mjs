// The term of a request by keyboard alone: read how each day came about, suspend with the letter that belongs to it, have
// the answer end it, extend once, and undo what was a mistake.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { logRequest, pressOn, tabTo } from './steps.mjs';
import { complaints, lookOver, pdfWords, picture, signIn, startBrowser, startRegion } from './support.mjs';

const flaws = [];
let region, browser, desk, keeper, request;

before(async () => {
  [region, browser] = await Promise.all([startRegion(), startBrowser()]);
  [desk, keeper] = [await signIn(browser, region, 'balie'), await signIn(browser, region, 'professional')];
  request = await logRequest(desk.page, region);
});
after(async () => {
  await browser?.close();
  await region?.stop();
});

const link = (name) => keeper.page.getByRole('main').getByRole('link', { name, exact: typeof name === 'string' });
const button = (name) => keeper.page.getByRole('button', { name, exact: true });
async function type(label, words) {
  const field = keeper.page.getByLabel(label);
  await tabTo(keeper.page, field);
  await keeper.page.keyboard.type(words);
}
// Follows a link by keyboard, and waits until its page is there.
async function goTo(name, heading = name) {
  await pressOn(keeper.page, link(name));
  await keeper.page.getByRole('heading', { name: heading, exact: true }).first().waitFor();
}
const backAtTerms = () => keeper.page.getByRole('heading', { name: 'Alle termijnen van dit verzoek' }).waitFor();
const clock = () => keeper.page.getByRole('region', { name: 'Termijn', exact: true }).innerText();

test('every day opens to how it came about, with its source', async () => {
  const { page } = keeper;
  await page.goto('/werkvoorraad?wie=team&welke=alle');
  await pressOn(page, page.getByRole('link', { name: /2 april 2026/ }));
  await page.getByRole('heading', { name: 'Alle termijnen van dit verzoek' }).waitFor();
  assert.match(await page.getByRole('main').innerText(), /Verordening \(EEG, Euratom\) 1182\/71 art\. 3/);
  assert.match(await page.getByRole('main').innerText(), /Stukken beoordelen: uiterlijk do 26 maart 2026/);
  await lookOver(flaws, page, 'terms');
  await picture(page, 'terms');
});

test('a term is suspended with its letter, and the answer ends it', async () => {
  const { page } = keeper;
  await goTo('Identiteit vastleggen');
  await lookOver(flaws, page, 'identity');
  await tabTo(page, page.getByLabel('Hoe vastgesteld'));
  await page.keyboard.type('nog');
  await pressOn(page, button('Leg de identiteit vast'));
  await backAtTerms();
  await goTo('Termijn opschorten');
  await lookOver(flaws, page, 'suspend');
  await picture(page, 'suspend');
  await tabTo(page, page.getByLabel('Waarom', { exact: true }));
  await page.keyboard.type('twijfel');
  await type('Waarom dit nodig is', 'Niemand kent deze stem.');
  await pressOn(page, button('Schort de termijn op'));
  await page.getByText('Schrijf wat u de verzoeker vraagt').first().waitFor();
  await lookOver(flaws, page, 'suspend refused');
  await type('Wat u de verzoeker vraagt', 'Kunt u met een bewijs langskomen?');
  await pressOn(page, button('Schort de termijn op'));
  await backAtTerms();
  await picture(page, 'terms-suspended');
  const [letter] = await Promise.all([page.waitForEvent('download'), pressOn(page, link('Brief'))]);
  const chunks = [];
  for await (const chunk of await letter.createReadStream()) chunks.push(chunk);
  const words = await pdfWords(Buffer.concat(chunks));
  assert.match(words, /Kunt u met een bewijs langskomen\?/);
  assert.match(words, /Vanaf 9 maart 2026 staat de termijn stil/);
  await goTo('Het antwoord is binnen', 'Identiteit vastleggen');
  await tabTo(page, page.getByLabel('Hoe vastgesteld'));
  await page.keyboard.type('paspoort');
  await pressOn(page, button('Leg de identiteit vast'));
  await backAtTerms();
  assert.doesNotMatch(await clock(), /opgeschort/);
});

test('it is extended once, and undoing gives back the earlier day', async () => {
  const { page } = keeper;
  const before = await clock();
  await goTo('Termijn verlengen');
  await lookOver(flaws, page, 'extend');
  await type('Reden', 'Veel stukken bij drie organisaties.');
  await pressOn(page, button('Verleng de termijn'));
  await backAtTerms();
  assert.match(await clock(), /2 juni 2026/);
  assert.equal(await link('Termijn verlengen').count(), 0);
  await page.goto(`/verzoeken/${request}/brieven`);
  await lookOver(flaws, page, 'letters with terms');
  assert.match(await page.getByRole('main').innerText(), /Brief over de verlenging .*noemt als laatste dag .*2 juni 2026/s);
  await page.goto(`/verzoeken/${request}/termijnen`);
  await lookOver(flaws, page, 'terms with events');
  await picture(page, 'terms-extended');
  await goTo(/^Maak ongedaan \(verlengd/, 'Verlenging ongedaan maken');
  await type('Wat er verkeerd was', 'Verkeerde zaak.');
  await pressOn(page, button('Maak de verlenging ongedaan'));
  await backAtTerms();
  assert.equal(await clock(), before);
});

test('nothing was out of order on the way', () => {
  assert.deepEqual(flaws, []);
  assert.deepEqual(complaints([desk, keeper], [[422, /opschorten$/]]), []);
});
