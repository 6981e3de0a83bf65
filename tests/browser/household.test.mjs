// A household is kept, carried over as case.json, and seen only by whom it concerns; what the desk is told of bad input.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { complaints, lookOver, signIn, startBrowser, startRegion } from './support.mjs';

const flaws = [], looked = new Set();
let region, browser, desk, keeper, stranger, officer, household;

before(async () => {
  [region, browser] = await Promise.all([startRegion(), startBrowser()]);
  [desk, keeper, stranger, officer] = [await signIn(browser, region, 'balie'), await signIn(browser, region, 'professional'), await signIn(browser, region, 'professional2'), await signIn(browser, region, 'privacy')];
});
after(async () => {
  await browser?.close();
  await region?.stop();
});

// Adds one fact: what to fill in by label, with its source and the day of it.
async function addFact(page, kind, fill, source = 'gezagsregister', day = '2026-03-02') {
  await page.goto(household);
  await page.getByRole('link', { name: `${kind} toevoegen` }).click();
  for (const [label, value] of Object.entries(fill)) {
    const field = page.getByLabel(new RegExp(`^${label.replace('?', '\\?')}( \\(.*)?$`));
    if (value === true) await field.check();
    else if (await field.evaluate((element) => element.tagName === 'SELECT')) await field.selectOption({ label: value });
    else await field.fill(value);
  }
  await page.getByLabel('Bron', { exact: true }).fill(source);
  await page.getByLabel('Datum van de bron').fill(day);
  if (!looked.has(kind)) await lookOver(flaws, page, `new ${kind}`);
  looked.add(kind);
  await page.getByRole('button', { name: 'Bewaren' }).click();
}
const person = (given, family, birthdate, more = {}) => ({ Voornamen: given, Achternaam: family, Geboortedatum: birthdate, ...more });

test('people, relations, authority, protections and consents are kept, each with its dates and its source', async () => {
  const { page } = keeper;
  await page.goto('/huishoudens/nieuw');
  await lookOver(flaws, page, 'new household');
  await page.getByLabel('Naam van het huishouden').first().fill('Gezin Proef');
  await page.getByRole('button', { name: 'Maak huishouden aan' }).click();
  await page.getByRole('heading', { name: 'Gezin Proef' }).waitFor();
  household = new URL(page.url()).pathname;
  await addFact(page, 'Persoon', person('Mara', 'Proef', '1985-02-03', { Woonplaats: 'Zeedorp', 'Geheim adres': true }));
  await addFact(page, 'Persoon', person('Joris', 'Vanger', '1983-06-07'));
  await addFact(page, 'Persoon', person('Pim', 'Proef', '2009-05-06'));
  await addFact(page, 'Persoon', person('Loes', 'Proef', '2016-05-06'));
  await addFact(page, 'Relatie', { Relatie: 'ouder van', Wie: 'Joris Vanger', 'Van wie': 'Loes Proef', Sinds: '2016-05-06' });
  await addFact(page, 'Relatie', { Relatie: 'ouder van', Wie: 'Joris Vanger', 'Van wie': 'Pim Proef', Sinds: '2009-05-06' });
  await addFact(page, 'Gezag', { Kind: 'Pim Proef', Gezagsdrager: 'Mara Proef', 'Gezag': 'eenhoofdig gezag', Van: '2012-01-01' });
  await addFact(page, 'Afscherming', { 'Wie wordt afgeschermd?': 'Mara Proef', 'Joris Vanger': true, adres: true, plaats: true, Waarom: 'bedreiging', Van: '2025-11-01' }, 'veiligheidstaxatie');
  await addFact(page, 'Toestemming', { 'Wie geeft toestemming?': 'Pim Proef', 'Aan wie?': 'Mara Proef', 'Waarvoor precies?': 'schoolrapport', 'Gegeven op': '2026-01-10', 'Ingetrokken op': '2026-02-20' }, 'gesprek met Pim');
  const kept = await page.getByRole('main').innerText();
  for (const said of [/Joris Vanger is ouder van Pim Proef/, /Pim Proef.*2009/, /Bron: gezagsregister, .*2 maart 2026/, /Joris Vanger mag niet weten: adres.*Mara Proef/, /schoolrapport/, /20 februari 2026/, /Tom Verhulst/])
    assert.match(kept, said);
  await lookOver(flaws, page, 'own household');
});

test('a burgerservicenummer that fails its test is not kept', async () => {
  const { page } = keeper;
  await addFact(page, 'Persoon', person('Fien', 'Proef', '1990-01-01', { Burgerservicenummer: '123456789' }));
  await page.getByRole('alert').getByText(/elfproef|burgerservicenummer/i).waitFor();
  assert.equal(await page.getByLabel('Voornamen').inputValue(), 'Fien', 'what was typed stays');
  await lookOver(flaws, page, 'refused fact');
  await page.goto(household);
  assert.equal(await page.getByText('Fien Proef').count(), 0);
});

test('a fact that no longer holds is ended with a reason, and stays to be seen', async () => {
  const { page } = keeper;
  await page.getByRole('link', { name: /^Wijzig.*schoolrapport/ }).click();
  await page.getByLabel('Reden').fill('verkeerd begrepen');
  await page.getByRole('button', { name: 'Dit geldt niet meer' }).click();
  await page.getByText('Wat niet meer geldt').click();
  await page.getByText(/schoolrapport.*Tom Verhulst/).waitFor();
});

test('case.json carries a household over', async () => {
  const { page } = keeper;
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Bewaar als case.json' }).click()]);
  const written = JSON.parse(await readFile(await download.path(), 'utf8'));
  assert.deepEqual(written.persons.map((one) => one.given[0]), ['Mara', 'Joris', 'Pim', 'Loes']);
  assert.equal(written.protections[0].why, 'bedreiging');
  await page.goto('/huishoudens/nieuw');
  await page.getByLabel(/Naam van het huishouden/).nth(1).fill('Gezin Proef, overgenomen');
  await page.getByLabel('Bestand case.json').setInputFiles({ name: 'case.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(written)) });
  await page.getByRole('button', { name: 'Lees case.json in' }).click();
  await page.getByRole('heading', { name: 'Gezin Proef, overgenomen' }).waitFor();
  const [again] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Bewaar als case.json' }).click()]);
  const copied = JSON.parse(await readFile(await again.path(), 'utf8'));
  for (const part of ['persons', 'relations', 'authority', 'protections', 'consents']) assert.deepEqual(copied[part], written[part], part);
  await page.goto('/huishoudens/nieuw');
  await page.getByLabel('Bestand case.json').setInputFiles({ name: 'case.json', mimeType: 'application/json', buffer: Buffer.from('{"persons":[{') });
  await page.getByRole('button', { name: 'Lees case.json in' }).click();
  await page.getByRole('alert').waitFor();
});

test('who it is not assigned to sees nothing of it; in an emergency with a reason, which the privacy officer is told', async () => {
  const { page } = stranger;
  await page.goto('/huishoudens');
  assert.equal(await page.getByText('Gezin Proef').count(), 0);
  await page.goto(household);
  await page.getByRole('heading', { name: 'Deze zaak is niet aan u toegewezen' }).waitFor();
  assert.doesNotMatch(await page.locator('body').innerText(), /Proef|Vanger/);
  await lookOver(flaws, page, 'not assigned');
  await page.getByLabel('Waarom kan dit niet wachten?').fill('crisis op dit moment, Tom is ziek');
  await page.getByRole('button', { name: 'Open in nood' }).click();
  await page.getByRole('heading', { name: 'Gezin Proef' }).waitFor();

  await officer.page.goto('/toezicht');
  const row = officer.page.getByRole('row', { name: /Gezin Proef/ });
  await row.getByText('crisis op dit moment, Tom is ziek').waitFor();
  await row.getByText(/Noor Aziz/).waitFor();
  await lookOver(flaws, officer.page, 'oversight');
  await row.getByRole('button', { name: /Markeer als gezien/ }).click();
  await row.getByText('gezien', { exact: true }).waitFor();
});

test('who has an interest of their own is kept out, also in an emergency', async () => {
  const { page } = stranger;
  await page.goto(household);
  await page.getByText('Meld eigen belang').first().click();
  await page.getByLabel('Wat is het belang?').fill('Joris is mijn broer');
  await page.getByRole('button', { name: 'Meld eigen belang' }).click();
  await page.waitForURL(/werkvoorraad/);
  await page.goto(household);
  await page.getByText(/eigen belang/).first().waitFor();
  assert.doesNotMatch(await page.getByRole('main').innerText(), /Pim|Vanger/);
  assert.equal(await page.getByRole('button', { name: 'Open in nood' }).count(), 0);
  await lookOver(flaws, page, 'own interest');
  const token = await page.locator('body').getAttribute('data-token');
  await page.request.post(`${household}/noodtoegang`, { form: { _token: token, reason: 'toch maar proberen' } });
  await page.goto(household);
  assert.doesNotMatch(await page.getByRole('main').innerText(), /Pim|Vanger/);
  await officer.page.goto('/huishoudens');
  await keeper.page.goto(household);
  await keeper.page.getByText(/Joris is mijn broer/).waitFor();
});

test('the desk is told what is wrong, and what the law still gives a father without authority', async () => {
  await keeper.page.getByText('Toewijzen', { exact: true }).first().click();
  await keeper.page.getByLabel('Aan wie').selectOption({ label: 'Karin Bosman (balie) (Balie)' });
  await keeper.page.getByRole('button', { name: 'Toewijzen' }).click();
  const { page } = desk;
  await page.goto('/verzoeken/nieuw');
  await page.getByLabel('Zoek het huishouden').fill('Vangr');
  await page.getByRole('button', { name: 'Zoeken', exact: true }).click();
  await page.getByRole('button', { name: /Gezin Proef$/ }).click();
  await page.getByRole('group', { name: 'Wie is de verzoeker?' }).getByLabel(/Joris/).check();
  await page.getByRole('group', { name: 'Over wie gaat het verzoek?' }).getByLabel(/Pim/).check();
  await page.getByLabel('Ontvangen op').fill('2026-03-20');
  const becomes = page.getByRole('complementary', { name: 'Wat dit wordt' });
  await becomes.getByText('De datum van ontvangst ligt in de toekomst').waitFor();
  await page.getByLabel('ouder met gezag').check();
  await becomes.getByText(/Vanaf 16 jaar mag een ouder niet meer namens het kind inzien/).waitFor();
  await page.getByRole('group', { name: 'Over wie gaat het verzoek?' }).getByLabel(/Loes/).check();
  await becomes.getByText(/BW art. 1:377c/).first().waitFor();
  await lookOver(flaws, page, 'request of a father without authority');
  await page.getByRole('button', { name: 'Leg het verzoek vast' }).click();
  assert.equal(new URL(page.url()).pathname, '/verzoeken/nieuw', 'not with a day to come');
  await page.getByLabel('Ontvangen op').fill('2026-03-02');
  await page.getByLabel('per brief').check();
  await page.getByLabel('Hoe vastgesteld').selectOption({ label: 'paspoort gezien' });
  await page.getByLabel('Gezien op').fill('2026-03-09');
  await becomes.getByText('De datum van ontvangst ligt in de toekomst').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Leg het verzoek vast' }).click();
  await page.waitForURL(/vastgelegd$/);
});

test('no page complained in the console', () => {
  assert.deepEqual(complaints([desk, keeper, stranger, officer], [[403, /^\/huishoudens\//], [422, /./]]), []);
});

test('no page has a flaw that axe sees, and none is wider than 320 px', () => {
  assert.deepEqual(flaws, []);
});
