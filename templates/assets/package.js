// While a package is being built: shows how far it is, and reloads the page once when it is ready.
(() => {
  const place = document.querySelector('[data-package][data-busy="yes"]');
  if (!place) return;
  const words = place.querySelector('[data-package-words]');
  const progress = place.querySelector('[data-package-progress]');
  async function look() {
    const answer = await fetch(place.dataset.package, {headers: {'X-Lakwerk': 'script'}}).catch(() => null);
    if (answer?.ok) {
      const state = await answer.json();
      words.textContent = state.words;
      progress.textContent = state.progress;
      if (!state.busy) { window.location.reload(); return; }
    }
    setTimeout(look, 1500);
  }
  setTimeout(look, 1000);
})();
