extension PanelPageText {
    static let document = ###"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="panel-token" content="PAGE_TOKEN">
        <meta name="panel-asks-for-token" content="ASKS_FOR_TOKEN">
        <title>Machines</title>
        <link rel="icon" href="/favicon.svg" type="image/svg+xml">
        <link rel="stylesheet" href="/panel.css">
        <script type="module" src="/panel.js"></script>
        </head>
        <body>
        <a class="skip" href="#machines">Skip to the machines</a>
        <header>
          <h1>Machines <small id="run"></small></h1>
          <dl id="status" aria-label="State of the generator">
            <div class="wide"><dt>Broker</dt>
              <dd><span id="broker-dot" class="dot" aria-hidden="true"></span><span id="broker">…</span></dd></div>
            <div><dt>Readings/s</dt><dd id="rate">…</dd></div>
            <div><dt>Running faults</dt><dd id="running">…</dd></div>
          </dl>
        </header>
        <p id="trouble" class="trouble" role="alert" hidden></p>
        <p id="said" class="unseen" role="status" aria-live="polite"></p>
        <noscript><p class="trouble">This page needs JavaScript. The same can be done with
          requests to this server; docs/panel-api.md tells how.</p></noscript>
        <main>
          <form id="find" role="search">
            <label for="search">Find a machine</label>
            <input id="search" type="search" autocomplete="off" spellcheck="false" maxlength="80"
              placeholder="id or provider">
            <span class="pages">
              <button type="button" id="previous" aria-label="Previous page">‹</button>
              <output id="position" for="search">…</output>
              <button type="button" id="next" aria-label="Next page">›</button>
            </span>
          </form>
          <section id="machines" tabindex="-1" aria-label="Machines"></section>
          <section id="log" aria-labelledby="log-title">
            <div class="bar">
              <h2 id="log-title">Events</h2>
              <button type="button" id="export">Export as scenario</button>
            </div>
            <p id="no-events">Nothing has been injected yet.</p>
            <div class="scroll" tabindex="0" role="region" aria-labelledby="log-title">
            <table id="events" aria-labelledby="log-title" hidden>
              <thead><tr><th scope="col">Start (UTC)</th><th scope="col">Machine</th>
                <th scope="col">Kind</th><th scope="col">Channels</th>
                <th scope="col" class="number">Magnitude</th>
                <th scope="col" class="number">Length</th><th scope="col">By</th>
                <th scope="col"><span class="unseen">Action</span></th></tr></thead>
              <tbody></tbody>
            </table></div>
          </section>
        </main>

        <template id="card">
          <article class="card">
            <div class="bar">
              <h2></h2>
              <button type="button" class="switch" role="switch" aria-checked="false">
                <span class="track" aria-hidden="true"><span class="knob"></span></span>
                <span class="word">Overload</span>
              </button>
            </div>
            <p class="facts"></p>
            <div class="charts"></div>
            <ul class="faults"></ul>
            <button type="button" class="inject">Inject an anomaly…</button>
          </article>
        </template>

        <dialog id="inject" aria-labelledby="inject-title">
          <form method="dialog">
            <h2 id="inject-title"></h2>
            <label for="kind">Kind</label>
            <select id="kind"></select>
            <p id="kind-summary" class="facts"></p>
            <div class="two">
              <div><label for="magnitude">Magnitude</label>
                <input id="magnitude" type="number" min="0.01" max="1000" step="any" value="1" required></div>
              <div><label for="duration">Seconds <small>(empty: until ended)</small></label>
                <input id="duration" type="number" min="1" max="604800" step="any" value="60"></div>
            </div>
            <fieldset id="channels"><legend>Channels <small>(none: the kind's own)</small></legend></fieldset>
            <p id="inject-trouble" class="trouble" role="alert" hidden></p>
            <div class="buttons">
              <button type="button" id="cancel">Cancel</button>
              <button type="submit" id="start">Start</button>
            </div>
          </form>
        </dialog>

        <dialog id="ask" aria-labelledby="ask-title">
          <form method="dialog">
            <h2 id="ask-title">This panel asks for its token</h2>
            <label for="token">Token</label>
            <input id="token" type="password" autocomplete="off" required>
            <div class="buttons"><button type="submit">Open</button></div>
          </form>
        </dialog>
        </body>
        </html>
        """###

    static let icon = ###"""
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16"
        rx="3" fill="#1f6feb"/><path d="M2 10h3l2-6 2.5 8L11 8h3" fill="none" stroke="#fff"
        stroke-width="1.5" stroke-linejoin="round"/></svg>
        """###
}
