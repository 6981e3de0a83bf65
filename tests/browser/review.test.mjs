// What may go wrong between people and screens: two at once, a session that ended, the back button, sending back,
// a change after the signature, and what only two people together may show.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import * as steps from './steps.mjs';
import { complaints, fillSignIn, lookOver, passwordOf, signIn, startBrowser, startRegion } from './support.mjs';

const flaws = [];
let region, browser, desk, reviewer, second, officer, requestId, judged, safety;

before(async () => {
  [region, browser] = await Promise.all([startRegion(), startBrowser()]);
  desk = await signIn(browser, region, 'balie');
  reviewer = await signIn(browser, region, 'professional');
  second = await signIn(browser, region, 'professional2');
  officer = await signIn(browser, region, 'privacy');
  await officer.page.goto('/huishoudens');
  await officer.page.getByRole('link', { name: /Gezin Huisman/ }).click();
  await officer.page.getByText('Toewijzen', { exact: true }).first().click();
  await officer.page.getByLabel('Aan wie').selectOption({ label: 'Noor Aziz (professional) (Beoordelaar)' });
  await officer.page.getByRole('button', { name: 'Toewijzen' }).click();
  requestId = await steps.logRequest(desk.page, region);
  await steps.collect(reviewer.page, requestId);
  const documents = await steps.documentsOf(reviewer.page, requestId);
  judged = await steps.allWith(reviewer.page, documents, '[data-proposed=judge]', 3);
  safety = await steps.firstWith(reviewer.page, documents, '[data-proposed=redact] button[value=lift]');
});
after(async () => {
  await browser?.close();
  await region?.stop();
});

test('two people decide the same proposal at once: the second is told what the first did', async () => {
  await reviewer.page.goto(judged[0]);
  await second.page.goto(judged[0]);
  assert.equal(await steps.current(second.page).getAttribute('id'), await steps.current(reviewer.page).getAttribute('id'));
  await steps.judge(reviewer.page, 'raakt oma te zeer');
  const row = await steps.current(second.page).getAttribute('id');
  await second.page.keyboard.press('b');
  await second.page.keyboard.type('mag best');
  await second.page.keyboard.press('Enter');
  await second.page.keyboard.press('z');
  await steps.said(second.page, /Tom Verhulst .*was u voor en heeft dit besloten: lakken/);
  await second.page.locator(`#${row}`).getByText(/raakt oma te zeer/).first().waitFor();
});

test('a session that ended in the middle of a review loses nothing', async () => {
  const { page, context } = reviewer;
  await page.goto(judged[1]);
  await page.keyboard.press('b');
  await page.keyboard.type('reden van voor het verlopen');
  await page.keyboard.press('Enter');
  await context.clearCookies();
  const before = await steps.decidedWords(page);
  await page.keyboard.press('l');
  await page.getByRole('alert').filter({ hasText: 'Uw sessie is verlopen' }).waitFor();
  await lookOver(flaws, page, 'expired session');
  assert.equal(await steps.decidedWords(page), before);
  const [tab] = await Promise.all([context.waitForEvent('page'), page.getByRole('link', { name: /Meld u opnieuw aan/ }).click()]);
  await fillSignIn(tab, 'professional');
  await tab.close();
  await page.bringToFront();
  await steps.current(page).focus();
  await page.keyboard.press('l');
  await page.waitForFunction((was) => document.querySelector('[data-progress-words]').textContent !== was, before);
  await page.getByText(/reden van voor het verlopen/).first().waitFor();
  assert.equal(await page.getByRole('alert').count(), 0);
});

test('who is signed in under another name in the meantime decides nothing', async () => {
  const { page, context } = reviewer;
  await page.goto(judged[2]);
  await context.clearCookies();
  const tab = await context.newPage();
  await tab.goto('/inloggen');
  await fillSignIn(tab, 'professional2');
  await tab.close();
  const before = await steps.decidedWords(page);
  await page.keyboard.press('b');
  await page.keyboard.type('onder wiens naam?');
  await page.keyboard.press('Enter');
  await page.keyboard.press('l');
  await steps.said(page, /iemand anders aangemeld/);
  assert.equal(await steps.decidedWords(page), before);
  await context.clearCookies();
  await page.goto('/inloggen');
  await fillSignIn(page, 'professional');
});

test('what is hidden for safety is shown only when two people propose it, each with a reason', async () => {
  const address = safety;
  const safe = (page) => page.locator('[data-proposal][data-proposed=redact]').filter({ has: page.locator('button[value=lift]') });
  await reviewer.page.goto(address);
  const id = await safe(reviewer.page).first().getAttribute('id');
  const lift = async (page, reason) => {
    await page.goto(`${address}?voorstel=${id.slice(2)}`);
    await page.locator(`#${id}`).getByLabel('Reden').fill(reason);
    await page.locator(`#${id} button[value=lift]`).click();
  };
  await reviewer.page.goto(`${address}?voorstel=${id.slice(2)}`);
  await reviewer.page.locator(`#${id}`).getByLabel('Reden').fill('dat kan best');
  await reviewer.page.locator(`#${id} button[value=release]`).click();
  await steps.said(reviewer.page, /Alleen twee mensen samen/);
  await lift(reviewer.page, 'de plaats is al bekend');
  await steps.said(reviewer.page, /Een tweede persoon moet dit ook doen/);
  await lift(reviewer.page, 'nog een keer ik');
  await steps.said(reviewer.page, /U hebt dit al voorgesteld/);
  assert.notEqual(await reviewer.page.locator(`#${id}`).getAttribute('data-standing'), 'release');
  await lift(second.page, 'met moeder besproken');
  await second.page.locator(`#${id}[data-standing=release]`).waitFor();
  // Nobody meant it: it goes back to hidden before the story goes on.
  await second.page.locator(`#${id} button[value=redact]`).click();
  await second.page.locator(`#${id}[data-standing=redact]`).waitFor();
});

test('a reviewer says who somebody is: the proposals change at once, for this household, until it is withdrawn', async () => {
  const { page } = reviewer;
  const mention = page.locator('[data-proposal][data-scope=span][data-decided=no]:not([data-subject=""])');
  await page.goto(await steps.firstWith(page, await steps.documentsOf(page, requestId), '[data-proposal][data-scope=span][data-decided=no]:not([data-subject=""])'));
  const row = await steps.choose(page, mention);
  const [place, words] = [await row.evaluate((it) => `${it.dataset.start}-${it.dataset.end}`), await row.locator('[data-jump]').innerText()];
  await page.keyboard.press('c');
  const dialog = page.getByRole('dialog', { name: 'Verbeteren over wie dit gaat' });
  await dialog.getByLabel('Reden').fill('dit is de buurvrouw');
  await lookOver(flaws, page, 'correcting a mention');
  await page.keyboard.press('Enter');
  await dialog.getByRole('alert').filter({ hasText: 'Kies eerst wie het wel is' }).waitFor();
  await dialog.getByLabel(/^Dit is niet/).selectOption({ label: 'Niemand van het gezin' });
  await dialog.getByLabel(/Overal in dit dossier/).check();
  await dialog.getByLabel('Reden').press('Enter');
  await page.waitForURL(/plek=span-/);
  assert.equal(await steps.current(page).evaluate((it) => `${it.dataset.start}-${it.dataset.end}`), place);
  await steps.current(page).getByText('Voorstel is veranderd door een verbetering').waitFor();
  await steps.current(page).getByText(`‘${words}’ is niet`).first().waitFor();
  await lookOver(flaws, page, 'corrected');

  await page.goto('/huishoudens');
  await page.getByRole('link', { name: /Gezin Huisman/ }).click();
  const list = page.getByRole('region', { name: 'Verbeteringen' });
  await list.getByText(/dit is de buurvrouw/).waitFor();
  await list.getByText(/^Intrekken/).click();
  await lookOver(flaws, page, 'household with a correction');
  await list.getByLabel('Waarom geldt dit niet meer?').fill('het was toch het gezin');
  await list.getByRole('button', { name: 'Trek de verbetering in' }).click();
  await list.getByText(/Ingetrokken door Tom Verhulst/).waitFor();
});

test('two answers side by side: what the other parent would see, and what the two together tell', async () => {
  const { page } = officer;
  await page.goto('/huishoudens');
  await page.getByRole('link', { name: /Gezin Huisman/ }).click();
  await page.getByRole('link', { name: 'Vergelijken' }).click();
  await steps.tabTo(page, page.getByLabel('Vergelijk met'));
  await page.getByLabel('Vergelijk met').selectOption(await page.getByLabel('Vergelijk met').locator('optgroup').nth(1).locator('option').filter({ hasNotText: 'Rogier' }).first().getAttribute('value'));
  await steps.pressOn(page, page.getByRole('button', { name: 'Vergelijk', exact: true }));
  await page.getByText(/Niemand heeft dit gevraagd/).waitFor();
  await page.getByRole('heading', { name: 'Samen vertellen zij meer' }).waitFor();
  await page.getByText(/verborgen is voor de veiligheid/).first().waitFor();
  assert.ok(await page.getByRole('table').count() > 1);
  await lookOver(flaws, page, 'compared');
});

async function addDocument(page, title, file) {
  await page.goto(`/verzoeken/${requestId}/stukken/nieuw`);
  await page.getByLabel('Van welke partner is dit stuk?').selectOption({ index: 2 });
  await page.getByLabel('Titel').fill(title);
  await page.getByLabel('Waarom voegt u dit met de hand toe?').fill('nagekomen');
  await page.getByLabel('Bestand').setInputFiles(file);
  await page.getByRole('button', { name: 'Voeg toe en lees het' }).click();
  await page.waitForURL(/stukken$/);
  const row = page.getByRole('row').filter({ hasText: title });
  for (let turn = 0; turn < 120; turn += 1) {
    await page.goto(`/verzoeken/${requestId}/beoordelen`);
    if (!/wordt gelezen|nog niet gelezen|opgehaald/.test(await row.innerText()) && !(await page.getByText('de voorstellen worden opnieuw gemaakt').count())) return row;
    await page.waitForTimeout(500);
  }
  throw new Error(`not read: ${title}`);
}

test('the same text in another document is said to be the same, decided once and undone once', async () => {
  const { page } = reviewer;
  const documents = await steps.documentsOf(page, requestId);
  const original = await steps.firstWith(page, documents, '.doc:not(.doc--paged)');
  await page.goto(original);
  const text = await page.locator('.line__text').allInnerTexts();
  const copy = await addDocument(page, 'Afschrift van elders', { name: 'afschrift.txt', mimeType: 'text/plain', buffer: Buffer.from(text.join('\n\n')) });
  await copy.getByText(/passages staan ook in stuk|is gelijk aan stuk/).first().waitFor();
  await lookOver(flaws, page, 'overview with a copy');
  await copy.getByRole('link').first().click();
  await page.getByRole('list', { name: 'Stukken met dezelfde tekst' }).getByRole('link').first().waitFor();
  const row = await steps.choose(page, page.locator('[data-proposal][data-decided=no]:not([data-proposed=judge])').filter({ hasText: 'wat u hier beslist, geldt daar ook' }));
  await lookOver(flaws, page, 'a copy in the workbench');
  const before = await steps.decidedWords(page);
  await page.keyboard.press('a');
  await steps.said(page, /Ook beslist in stuk/);
  assert.equal(await row.getAttribute('data-decided'), 'yes');
  await page.keyboard.press('u');
  await page.waitForFunction((was) => document.querySelector('[data-progress-words]').textContent === was, before);
});

test('words read without certainty are shown as pictures, and can be marked from there with keys', async () => {
  const { page } = reviewer;
  const drawing = await reviewer.context.newPage();
  await drawing.setViewportSize({ width: 1240, height: 900 });
  const line = 'Moeder vertelt dat het op school beter gaat met Bram en dat hij goed slaapt.';
  await drawing.setContent(`<body style="font: 22px serif; margin: 80px"><p>${line}</p><p>${line}</p><p style="filter: blur(2.4px)">Wiebke Qzastra xv Drxyp</p><p>${line}</p></body>`);
  const scan = await drawing.screenshot();
  await drawing.close();
  const row = await addDocument(page, 'Vage scan', { name: 'vaag.png', mimeType: 'image/png', buffer: scan });
  await row.getByRole('link').first().click();
  const words = page.getByRole('button').filter({ hasText: 'gelezen als' });
  await words.first().waitFor();
  await words.first().getByRole('img', { name: 'Beeld van het woord' }).waitFor();
  await lookOver(flaws, page, 'unsure words');
  await steps.pressOn(page, words);
  await page.getByRole('heading', { name: 'Lak toevoegen' }).waitFor();
  await page.getByRole('button', { name: 'Annuleer', exact: true }).first().click();
  if (await page.getByRole('button', { name: /Houd .*achter/ }).count()) {
    await page.locator('#geheel-reden').fill('onleesbaar');
    await page.getByRole('button', { name: /Houd .*achter/ }).click();
  }
});

test('the privacy officer sends back with a remark; it must be settled first', async () => {
  await steps.reviewEverything(reviewer.page, requestId);
  await steps.finish(reviewer.page, requestId);
  await steps.waitForPackage(officer.page, requestId);
  // A passage that stands in two lists has a field in each: what is said in both is one remark.
  const names = await officer.page.getByLabel('Opmerking bij deze passage').evaluateAll((fields) => fields.map((field) => field.name));
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  assert.ok(twice, 'no passage stands in two lists');
  for (const field of await officer.page.locator(`[name="${twice}"]`).all()) await field.fill('Waarom mag hij dit niet lezen?');
  await officer.page.getByRole('button', { name: 'Stuur terug naar de beoordelaar' }).click();
  await officer.page.waitForURL(new RegExp(`/verzoeken/${requestId}$`));
  await reviewer.page.goto(`/verzoeken/${requestId}/beoordelen`);
  await reviewer.page.getByRole('link', { name: 'Waarom mag hij dit niet lezen?' }).waitFor();
  await lookOver(flaws, reviewer.page, 'sent back');
  assert.equal(await reviewer.page.getByRole('button', { name: 'Rond de beoordeling af' }).count(), 0);
  await reviewer.page.getByRole('button', { name: 'Afgehandeld' }).click();
  await steps.finish(reviewer.page, requestId);
});

test('after the signature the back button shows how it stands, and changes nothing', async () => {
  const { page } = officer;
  await reviewer.page.goto(judged[0]);
  await steps.waitForPackage(page, requestId);
  await steps.sign(page, passwordOf('privacy'));
  await page.waitForURL(/verstrekking$/);
  await page.goBack();
  await page.getByText(/Vrijgegeven door/).waitFor();
  assert.equal(await page.getByLabel('Uw wachtwoord').count(), 0);
  await page.getByText('Terugsturen doet het akkoord vervallen').waitFor();
  await lookOver(flaws, page, 'signed');
  await reviewer.page.goto(judged[0]);
  await reviewer.page.getByText(/u kunt hier niets veranderen/).waitFor();
  const before = await steps.decidedWords(reviewer.page);
  for (const key of ['a', 'z', 'l', 'x', 'u']) await reviewer.page.keyboard.press(key);
  await reviewer.page.reload();
  assert.equal(await steps.decidedWords(reviewer.page), before);
});

test('a change after the signature voids it', async () => {
  const { page } = reviewer;
  await page.goto('/huishoudens');
  await page.getByRole('link', { name: /Gezin Huisman/ }).click();
  await page.getByRole('link', { name: /^Wijzig.*Bram Jacob/ }).first().click();
  await page.getByLabel('Bijnamen').fill('Brammetje, Brammie');
  await page.getByLabel('Bron', { exact: true }).fill('gesprek met moeder');
  await page.getByRole('button', { name: 'Bewaren' }).click();
  await page.getByText(/LW-2026-0001/).first().waitFor();
  await desk.page.goto(`/verzoeken/${requestId}/verstrekking`);
  for (let turn = 0; turn < 40 && await desk.page.getByRole('button', { name: 'Verstrek het pakket' }).count(); turn += 1) {
    await desk.page.waitForTimeout(500);
    await desk.page.reload();
  }
  assert.equal(await desk.page.getByRole('button', { name: 'Verstrek het pakket' }).count(), 0);
  await officer.page.goto(`/verzoeken/${requestId}/vrijgave`);
  await officer.page.getByText(/Het akkoord van .* is vervallen/).waitFor();
  await lookOver(flaws, officer.page, 'voided');
});

test('no page complained in the console', () => {
  assert.deepEqual(complaints([desk, reviewer, second, officer], [[409, /^\/voorstellen\//], [401, /^\/(voorstellen\/|sessie)/], [403, /^\/voorstellen\//]]), []);
});

test('no page has a flaw that axe sees, and none is wider than 320 px', () => {
  assert.deepEqual(flaws, []);
});
