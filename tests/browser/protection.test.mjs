// Less protection takes two people, and the desk that logs a request sees that request only.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { lookOver, signIn, startBrowser, startRegion } from './support.mjs';

const flaws = [];
let region, browser, reviewer, second, officer;

async function openHousehold(page) {
  await page.goto('/huishoudens');
  await page.getByRole('link', { name: /Gezin Huisman/ }).click();
}

before(async () => {
  [region, browser] = await Promise.all([startRegion(), startBrowser()]);
  [reviewer, second, officer] = [await signIn(browser, region, 'professional'), await signIn(browser, region, 'professional2'), await signIn(browser, region, 'privacy')];
});
after(async () => {
  await browser?.close();
  await region?.stop();
});

test('one person only proposes to end a protection; it says that it waits', async () => {
  const { page } = reviewer;
  await openHousehold(page);
  await page.getByRole('region', { name: 'Afscherming' }).getByRole('link', { name: /Wijzig/ }).first().click();
  await lookOver(flaws, page, 'protection');
  await page.getByLabel('Reden', { exact: true }).fill('vader zit vast');
  await page.getByRole('button', { name: 'Dit geldt niet meer' }).click();
  const waiting = page.getByRole('region', { name: 'Minder bescherming voorgesteld' });
  await waiting.getByText('Wacht op een tweede persoon', { exact: true }).waitFor();
  assert.equal(await waiting.getByRole('button', { name: 'Bevestig als tweede persoon' }).count(), 0);
  await page.getByText(/mag niet weten|mogen niet weten/).first().waitFor();
  await lookOver(flaws, page, 'household, waiting');
});

test('a colleague without the case cannot confirm; the privacy officer can, with a reason', async () => {
  const refused = await second.page.context().request.get(new URL(reviewer.page.url()).pathname);
  assert.equal(refused.status(), 403);
  const { page } = officer;
  await openHousehold(page);
  const waiting = page.getByRole('region', { name: 'Minder bescherming voorgesteld' });
  await waiting.getByRole('button', { name: 'Bevestig als tweede persoon' }).click();
  await page.getByText(/Schrijf waarom u het ermee eens bent/).waitFor();
  await waiting.getByLabel('Uw reden').fill('moeder gebeld, zij vindt het goed');
  await waiting.getByRole('button', { name: 'Bevestig als tweede persoon' }).click();
  await waiting.waitFor({ state: 'detached' });
  await page.getByText('Wat niet meer geldt').click();
  await page.goto(new URL(page.url()).pathname + '/logboek');
  await page.getByText(/bevestigde als tweede persoon minder bescherming/).first().waitFor();
});

test('no page has a flaw that axe sees, and none is wider than 320 px', () => {
  assert.deepEqual(flaws, []);
});
