// What people do in Lakwerk, in the words of its screens. Used by more than one story.

// The father asks access for himself and for his son. Ends on the filled-in form, before it is logged.
export async function fillRequest(page, region) {
  await page.goto('/verzoeken/nieuw');
  await page.getByLabel('Brief van de verzoeker').setInputFiles(region.letter);
  await page.getByRole('button', { name: 'Lees de brief' }).click();
  await page.getByText('De brief is gelezen').waitFor({ timeout: 60000 });
  await page.getByLabel('Zoek het huishouden').fill('Huisman');
  await page.getByRole('button', { name: 'Zoeken', exact: true }).click();
  await page.getByRole('button', { name: /Gezin Huisman/ }).click();
  await page.getByRole('group', { name: 'Wie is de verzoeker?' }).getByLabel(/Rogier/).check();
  const about = page.getByRole('group', { name: 'Over wie gaat het verzoek?' });
  await about.getByLabel(/Rogier/).check();
  await about.getByLabel(/Bram/).check();
  await page.getByLabel('Hoe vastgesteld').selectOption({ label: 'paspoort gezien' });
  await page.getByLabel('Gezien op').fill('2026-03-09');
  await page.getByLabel('ouder met gezag').check();
  const confirm = page.getByRole('button', { name: 'Alles klopt' });
  if (await confirm.count()) {
    await confirm.click();
    await confirm.waitFor({ state: 'detached' });
  }
}

// Returns the id of the request.
export async function logRequest(page, region) {
  await fillRequest(page, region);
  await page.getByRole('button', { name: 'Leg het verzoek vast' }).click();
  await page.waitForURL(/vastgelegd$/);
  return page.url().split('/').at(-2);
}

// Until the proposals are there, without reloading by hand.
export async function collect(page, requestId) {
  await page.goto(`/verzoeken/${requestId}`);
  await page.getByRole('button', { name: /Vraag de partners/ }).click();
  await page.getByText('volledig geleverd').nth(2).waitFor({ timeout: 120000 });
  await page.locator('[aria-current=step]', { hasText: 'Beoordelen' }).waitFor({ timeout: 120000 });
}

export const openCount = (page) => page.locator('[data-open-judge-count]').innerText().then(Number);
export const decidedWords = (page) => page.locator('[data-progress-words]').innerText();
export const current = (page) => page.locator('[data-proposal][aria-current=true]');

async function until(page, words, before) {
  await page.waitForFunction(([selector, was]) => document.querySelector(selector).textContent !== was, [words, before]);
}

// With keys only: b to the reason, Enter back, l to withhold.
export async function judge(page, reason, key = 'l') {
  const before = await decidedWords(page);
  await page.keyboard.press('b');
  await page.keyboard.type(reason);
  await page.keyboard.press('Enter');
  await page.keyboard.press(key);
  await until(page, '[data-progress-words]', before);
}

// Every judge of this document, and then the rest.
export async function reviewDocument(page, reason = 'raakt een ander te zeer') {
  for (let turn = 0; turn < 60; turn += 1) {
    const open = page.locator('[data-proposal][data-proposed=judge][data-decided=no]');
    if (await open.count() === 0) break;
    for (let step = 0; step < 200 && await current(page).evaluate((row) => row.dataset.proposed !== 'judge' || row.dataset.decided === 'yes'); step += 1) await page.keyboard.press('j');
    await judge(page, reason);
  }
  await page.keyboard.press('r');
  await page.getByText(/beslist; dit kan ongedaan|al beslist/).first().waitFor();
}

export async function documentsOf(page, requestId) {
  await page.goto(`/verzoeken/${requestId}/beoordelen`);
  return page.getByRole('table').getByRole('link').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
}

export async function reviewEverything(page, requestId, reason) {
  for (const address of await documentsOf(page, requestId)) {
    await page.goto(address);
    await reviewDocument(page, reason);
  }
}

export async function finish(page, requestId) {
  await page.goto(`/verzoeken/${requestId}/beoordelen`);
  await page.getByRole('button', { name: 'Rond de beoordeling af' }).click();
  await page.waitForURL(new RegExp(`/verzoeken/${requestId}$`));
}

export async function waitForPackage(page, requestId) {
  await page.goto(`/verzoeken/${requestId}/vrijgave`);
  await page.getByLabel('Uw wachtwoord').waitFor({ timeout: 400000 });
}

export async function sign(page, password) {
  await page.getByLabel('Uw wachtwoord').fill(password);
  await page.getByRole('button', { name: 'Geef vrij en teken' }).click();
}
