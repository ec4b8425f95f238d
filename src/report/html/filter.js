// Filters the places by what their data- attributes say; what is chosen stands in the fragment of the address.
(() => {
  'use strict';
  const root = document.documentElement;
  const find = (selector) => [...document.querySelectorAll(selector)];
  const byId = (id) => document.getElementById(id);
  root.classList.add('js');

  const tools = document.querySelector('.tools');
  tools.hidden = false;
  byId('print').addEventListener('click', () => window.print());
  byId('theme').addEventListener('click', () => {
    const dark = root.dataset.theme
      ? root.dataset.theme === 'dark'
      : matchMedia('(prefers-color-scheme: dark)').matches;
    root.dataset.theme = dark ? 'light' : 'dark';
  });

  // In print all is open; afterwards it is as it was.
  let closed = [];
  const unfold = () => {
    closed = find('details:not([open])');
    closed.forEach((one) => { one.open = true; });
  };
  const fold = () => {
    closed.forEach((one) => { one.open = false; });
    closed = [];
  };
  addEventListener('beforeprint', unfold);
  addEventListener('afterprint', fold);

  // What a link of a panel leads to must not lie behind the panel.
  document.addEventListener('click', (event) => {
    const link = event.target.closest('.panel a[href^="#"]');
    if (link) link.closest('.panel').hidePopover();
  });

  const filters = byId('filters');
  const places = find('details.place');
  const reveal = () => {
    const id = location.hash.slice(1);
    const target = id && !id.includes('=') ? byId(id) : null;
    const details = target && target.closest('details');
    if (!details) return;
    details.open = true;
    target.scrollIntoView();
  };
  if (!filters) {
    addEventListener('hashchange', reveal);
    reveal();
    return;
  }
  filters.hidden = false;
  filters.open = matchMedia('(min-width: 60.01rem)').matches;

  const boxes = find('#filters input');
  const lists = find('#filters select');
  const names = [...new Set(boxes.map((box) => box.name))];
  const facets = [...names, ...lists.map((list) => list.name)];
  const all = places.map((place) => ({
    place,
    has: Object.fromEntries(facets.map((name) => [name, (place.dataset[name[0]] || '').split(' ')])),
  }));

  const apply = () => {
    const wanted = names
      .map((name) => [name, boxes.filter((box) => box.name === name && box.checked).map((box) => box.value)])
      .filter(([, values]) => values.length > 0);
    lists.filter((list) => list.value)
      .forEach((list) => wanted.push([list.name, [list.selectedOptions[0].dataset.number]]));
    let shown = 0;
    for (const { place, has } of all) {
      const fits = wanted.every(([name, values]) => values.some((value) => has[name].includes(value)));
      place.classList.toggle('off', !fits);
      shown += fits;
    }
    byId('shown').textContent = wanted.length ? `${shown} of ${all.length} places shown` : `All ${all.length} places shown`;
    byId('clear').disabled = wanted.length === 0;
  };

  const fragment = () => {
    const chosen = new URLSearchParams();
    boxes.filter((box) => box.checked).forEach((box) => chosen.append(box.name, box.value));
    lists.filter((list) => list.value).forEach((list) => chosen.append(list.name, list.value));
    return chosen.toString();
  };

  const keep = () => {
    apply();
    const chosen = fragment();
    history.replaceState(null, '', chosen ? `#${chosen}` : location.pathname + location.search);
  };

  const restore = () => {
    const hash = location.hash.slice(1);
    if (hash.includes('=')) {
      const chosen = new URLSearchParams(hash);
      boxes.forEach((box) => { box.checked = chosen.getAll(box.name).includes(box.value); });
      lists.forEach((list) => {
        const name = chosen.get(list.name) || '';
        list.value = [...list.options].some((option) => option.value === name) ? name : '';
      });
    } else {
      const target = hash && byId(hash);
      if (target && target.classList.contains('off')) clear();
    }
    apply();
    reveal();
  };

  const clear = () => {
    boxes.forEach((box) => { box.checked = false; });
    lists.forEach((list) => { list.value = ''; });
  };

  filters.addEventListener('change', keep);
  byId('clear').addEventListener('click', () => { clear(); keep(); });
  const open = byId('open');
  open.addEventListener('click', () => {
    const opens = open.textContent === 'Open all';
    places.forEach((place) => { place.open = opens; });
    open.textContent = opens ? 'Close all' : 'Open all';
  });
  addEventListener('hashchange', () => {
    restore();
    if (location.hash.includes('=')) byId('findings').scrollIntoView();
  });
  restore();
})();
