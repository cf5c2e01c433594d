// The conversation without reloading the page. Without this file, everything still works.
(function () {
  'use strict';
  var page = document;
  var log = page.getElementById('log');
  var form = page.getElementById('composer');
  var state = page.getElementById('state');
  var leave = page.getElementById('leave');
  var calm = window.matchMedia && window.matchMedia('(prefers-reduced-motion: reduce)').matches;

  leave.addEventListener('click', function (event) {
    event.preventDefault();
    page.body.hidden = true;
    window.location.replace(leave.href);
  });
  if (!log || !form || !window.fetch || !window.URLSearchParams || !('content' in page.createElement('template'))) return;

  var field = form.elements.text;
  var token = form.elements.csrf.value;
  var waiting = 0;
  var screen = 0; // goes up when the screen is wiped: late answers are not shown

  function copy(name) {
    return page.importNode(page.getElementById(name).content, true).firstElementChild;
  }

  function inside(name) {
    return page.getElementById(name).content.textContent;
  }

  function show(item) {
    item.scrollIntoView({ block: 'start', behavior: calm ? 'auto' : 'smooth' });
  }

  function after(item, previous) {
    log.insertBefore(item, previous ? previous.nextSibling : null);
    return item;
  }

  function wait(change) {
    waiting += change;
    state.textContent = waiting ? state.dataset.writing : '';
  }

  function request(fields, retried) {
    var abort = window.AbortController ? new AbortController() : null;
    var timer = abort && setTimeout(function () { abort.abort(); }, 30000);
    fields.set('csrf', token);
    return fetch('/message', {
      method: 'POST', body: fields, credentials: 'same-origin', headers: { 'X-Fragment': '1' }, signal: abort ? abort.signal : undefined
    }).then(function (response) {
      var fresh = response.headers.get('X-Csrf-Token');
      if (!response.headers.get('X-Fragment')) throw new Error('not ours');
      token = fresh || token;
      if (response.status === 403 && fresh && !retried) return request(fields, true);
      return response.text().then(function (text) { return { text: text, ok: response.ok }; });
    }).then(function (answer) {
      clearTimeout(timer);
      return answer;
    }, function (error) {
      clearTimeout(timer);
      throw error;
    });
  }

  function send(fields, you) {
    var now = screen;
    wait(1);
    request(fields).then(function (answer) {
      if (now !== screen) return;
      var holder = page.createElement('template');
      holder.innerHTML = answer.text;
      after(holder.content.firstElementChild, you);
      if (!answer.ok && !field.value && fields.get('text')) field.value = fields.get('text');
    }).catch(function () {
      if (now !== screen) return;
      var failed = after(copy('t-failed'), you);
      failed.querySelector('.again').addEventListener('click', function () {
        log.removeChild(failed);
        field.focus({ preventScroll: true });
        send(fields, you);
      });
    }).then(function () {
      wait(-1);
      if (now === screen) show(you);
    });
  }

  function say(fields, words) {
    var you = copy('t-you');
    you.querySelector('[dir]').textContent = words.trim() || inside('t-empty');
    after(you);
    show(you);
    send(fields, you);
  }

  page.addEventListener('submit', function (event) {
    var sent = event.target;
    if (!sent.hasAttribute('data-chat')) return;
    event.preventDefault();
    var fields = new URLSearchParams();
    var button = sent.querySelector('button[name]');
    if (sent === form) {
      fields.set('text', field.value);
      say(fields, field.value);
      field.value = '';
      field.focus({ preventScroll: true });
    } else {
      fields.set(button.name, button.value);
      say(fields, button.textContent);
    }
  });

  page.getElementById('wipe').addEventListener('click', function (event) {
    event.preventDefault();
    screen += 1;
    log.textContent = '';
    field.value = '';
    field.focus();
  });

  var here = page.getElementById('here');
  if (navigator.geolocation && window.isSecureContext) here.hidden = false;
  here.addEventListener('click', function () {
    state.textContent = state.dataset.seeking;
    navigator.geolocation.getCurrentPosition(function (found) {
      var fields = new URLSearchParams();
      fields.set('latitude', found.coords.latitude.toFixed(3));
      fields.set('longitude', found.coords.longitude.toFixed(3));
      say(fields, inside('t-here'));
    }, function () {
      wait(0);
      show(after(copy('t-nowhere')));
    }, { timeout: 15000, maximumAge: 300000 });
  });
})();
