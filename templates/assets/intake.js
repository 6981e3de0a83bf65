// The new request: what it will become follows what is typed; buttons of the form change the page without losing the place.
'use strict';
(() => {
  if (!document.querySelector('[data-intake]')) return;
  const { ask, announce } = window.lakwerk;
  const form = () => document.getElementById('verzoek');
  let timer = 0;
  let asked = 0;

  function valuesOf() {
    const values = new URLSearchParams();
    for (const [name, value] of new FormData(form())) if (typeof value === 'string') values.append(name, value);
    return values;
  }

  async function preview() {
    const mine = ++asked;
    const response = await ask('/verzoeken/nieuw/voorbeeld', { method: 'POST', body: valuesOf() }).catch(() => null);
    if (!response?.ok || mine !== asked) return;
    const fresh = new DOMParser().parseFromString(await response.text(), 'text/html');
    for (const part of ['preview', 'capacities']) {
      const now = document.querySelector(`[data-part=${part}]`);
      const next = fresh.querySelector(`[data-part=${part}]`);
      if (!now || !next || now.innerHTML === next.innerHTML) continue;
      const focused = now.contains(document.activeElement) ? document.activeElement.id : '';
      const open = now.querySelector('details[open]') !== null;
      now.replaceWith(next);
      if (open) next.querySelector('details')?.setAttribute('open', '');
      if (focused) document.getElementById(focused)?.focus();
    }
  }

  // The whole middle of the page comes back from the server; the drafts and keys stay as they are.
  async function swap(button) {
    const values = valuesOf();
    values.append('do', button.value);
    const response = await ask('/verzoeken/nieuw', { method: 'POST', body: values, headers: { 'X-Lakwerk': 'page' } }).catch(() => null);
    if (!response || response.status === 401 || !response.headers.get('content-type')?.startsWith('text/html')) return announce(document.body.dataset.saidFailed);
    const fresh = new DOMParser().parseFromString(await response.text(), 'text/html').querySelector('[data-intake]');
    if (!fresh) return announce(document.body.dataset.saidFailed);
    const old = form();
    document.querySelector('[data-intake] > aside').replaceWith(fresh.querySelector('aside'));
    old.replaceChildren(...fresh.querySelector('form').childNodes);
    const target = document.getElementById(button.dataset.swap || '') ?? document.getElementById('b1');
    if (!target.matches('input, button, a, select, textarea')) target.tabIndex = -1;
    target.focus({ preventScroll: true });
    old.dispatchEvent(new Event('input', { bubbles: true }));
    waitForLetter();
  }

  document.addEventListener('submit', (event) => {
    if (event.target.id !== 'verzoek' || !event.submitter?.hasAttribute('data-swap')) return;
    event.preventDefault();
    swap(event.submitter);
  }, true);

  // Enter in the search field searches; it does not log the request.
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.target.id !== 'search') return;
    event.preventDefault();
    form().querySelector('button[value=search]')?.click();
  });

  document.addEventListener('input', (event) => {
    if (event.target.form?.id !== 'verzoek' && event.target.id !== 'verzoek') return;
    // Who changes a field that came from the letter has looked at it.
    const fields = { right: 'right', received_on: 'receivedOn', requester: 'requesterId', subject: 'subjectIds', capacity: 'capacity' };
    const field = fields[event.target.name];
    const hidden = field && form().querySelector(`input[name=unconfirmed][value="${field}"]`);
    if (hidden) {
      hidden.remove();
      const box = event.target.closest('.prefilled') ?? document.querySelector(`button[value="bevestig:${field}"]`)?.closest('.prefilled');
      box?.classList.remove('prefilled');
      box?.querySelector('.prefilled__note')?.remove();
    }
    asked += 1;  // an answer still on its way was about what stood here before
    clearTimeout(timer);
    timer = setTimeout(preview, 250);
  });

  function waitForLetter() {
    const place = document.querySelector('[data-letter]');
    if (!place) return;
    const look = async () => {
      const response = await ask(place.dataset.letter).catch(() => null);
      if (!place.isConnected) return;
      const state = response?.ok ? await response.json() : { reading: true, words: '' };
      if (state.words) place.querySelector('[data-letter-words]').textContent = state.words;
      if (state.reading) setTimeout(look, 1500);
      else place.querySelector('[data-letter-ready]').click();
    };
    setTimeout(look, 800);
  }
  waitForLetter();
})();
