extension PanelPageText {
    static let style = ###"""
        :root {
          color-scheme: light dark;
          --ground: #f4f5f7; --card: #fff; --ink: #1b1f24; --soft: #57606a; --line: #d0d7de;
          --accent: #0b57d0; --on-accent: #fff; --bad: #b3261e; --bad-ground: #fdecea;
          --good: #1a7f37; --wait: #9a6700; --band: #b3261e22;
          --chart-0: #0b57d0; --chart-1: #8a3ffc; --chart-2: #a8500a; --chart-3: #0f766e;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --ground: #0d1117; --card: #161b22; --ink: #e6edf3; --soft: #9aa4af; --line: #30363d;
            --accent: #8ab4f8; --on-accent: #0d1117; --bad: #ff9a92; --bad-ground: #3a1513;
            --good: #56d364; --wait: #e3b341; --band: #ff9a922e;
            --chart-0: #79b0ff; --chart-1: #c8a2ff; --chart-2: #f0a35e; --chart-3: #4fd1c0;
          }
        }
        * { box-sizing: border-box; }
        [hidden] { display: none !important; }
        body {
          margin: 0 auto; max-width: 100rem; padding: 0 1rem 3rem; background: var(--ground);
          color: var(--ink); font: 1rem/1.45 system-ui, sans-serif;
        }
        h1 { font-size: 1.4rem; margin: 0; }
        h2 { font-size: 1.05rem; margin: 0; overflow-wrap: anywhere; unicode-bidi: isolate; }
        small, .facts { color: var(--soft); font-size: .85rem; font-weight: normal; }
        .facts { margin: .1rem 0 .6rem; overflow-wrap: anywhere; }
        header {
          display: flex; flex-wrap: wrap; gap: .5rem 2rem; align-items: center;
          justify-content: space-between; padding: 1rem 0;
        }
        #status { display: flex; flex-wrap: wrap; gap: .3rem 1.4rem; margin: 0; }
        #status dt { color: var(--soft); font-size: .75rem; }
        #status dd { margin: 0; font-variant-numeric: tabular-nums; }
        .dot {
          display: inline-block; width: .65em; height: .65em; border-radius: 50%;
          margin-right: .4em; background: var(--wait);
        }
        .dot.good { background: var(--good); }
        .dot.bad { background: var(--bad); }
        .trouble {
          margin: 0 0 1rem; padding: .6rem .8rem; border: 1px solid var(--bad); border-radius: 6px;
          background: var(--bad-ground); color: var(--ink); overflow-wrap: anywhere;
        }
        .unseen, .skip:not(:focus) {
          position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
          white-space: nowrap;
        }
        button, input, select {
          font: inherit; color: inherit; background: var(--card); border: 1px solid var(--line);
          border-radius: 6px; padding: .4rem .7rem; min-height: 2.5rem; max-width: 100%;
        }
        button { cursor: pointer; }
        button:hover:not(:disabled) { border-color: var(--accent); }
        button:disabled { opacity: .45; cursor: default; }
        :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
        #find { display: flex; flex-wrap: wrap; gap: .5rem .8rem; align-items: center; margin-bottom: 1rem; }
        #find input { flex: 1 1 12rem; max-width: 24rem; }
        .pages { display: flex; gap: .5rem; align-items: center; margin-left: auto; }
        .pages button { width: 2.5rem; }
        #position { font-variant-numeric: tabular-nums; }
        #machines {
          display: grid; gap: 1rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 23rem), 1fr));
        }
        #machines:focus { outline: none; }
        .card, #log {
          background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 1rem;
          min-width: 0;
        }
        .card.faulty { border-color: var(--bad); box-shadow: inset 0 3px 0 var(--bad); }
        .bar { display: flex; gap: .6rem; align-items: center; justify-content: space-between; }
        .switch { display: flex; gap: .5rem; align-items: center; flex: none; }
        .track {
          width: 2.4rem; height: 1.35rem; border-radius: 1rem; background: var(--soft); padding: .15rem;
        }
        .knob {
          display: block; width: 1.05rem; height: 1.05rem; border-radius: 50%; background: var(--card);
          transition: transform .15s;
        }
        .switch[aria-checked=true] .track { background: var(--bad); }
        .switch[aria-checked=true] .knob { transform: translateX(1.05rem); }
        @media (prefers-reduced-motion: reduce) { .knob { transition: none; } }
        .charts { display: grid; grid-template-columns: 1fr 1fr; gap: .6rem .8rem; }
        .chart { margin: 0; min-width: 0; }
        .chart figcaption {
          display: flex; justify-content: space-between; gap: .4rem; font-size: .8rem; color: var(--soft);
        }
        .chart b { color: var(--ink); font-variant-numeric: tabular-nums; }
        .chart svg { display: block; width: 100%; height: 3.6rem; background: var(--ground); border-radius: 4px; }
        .chart path { fill: none; stroke-width: 1.6; vector-effect: non-scaling-stroke; stroke-linejoin: round; }
        .chart rect { fill: var(--band); }
        .chart .span { font-size: .7rem; color: var(--soft); font-variant-numeric: tabular-nums; }
        .chart-0 path { stroke: var(--chart-0); } .chart-1 path { stroke: var(--chart-1); }
        .chart-2 path { stroke: var(--chart-2); } .chart-3 path { stroke: var(--chart-3); }
        .faults { list-style: none; margin: .6rem 0; padding: 0; }
        .faults li {
          display: flex; gap: .5rem; align-items: center; justify-content: space-between;
          border-left: 3px solid var(--bad); padding: .1rem 0 .1rem .6rem; margin-bottom: .3rem;
        }
        .inject { width: 100%; }
        #log { margin-top: 1.5rem; }
        .scroll { overflow-x: auto; }
        table { border-collapse: collapse; width: 100%; margin-top: .6rem; font-size: .9rem; }
        th, td { text-align: left; padding: .35rem .6rem; border-top: 1px solid var(--line); white-space: nowrap; }
        th { color: var(--soft); font-weight: 600; border-top: 0; }
        td.name { white-space: normal; overflow-wrap: anywhere; min-width: 6rem; unicode-bidi: isolate; }
        .number { text-align: right; font-variant-numeric: tabular-nums; }
        dialog {
          width: min(28rem, 100vw - 2rem); color: inherit; background: var(--card); padding: 1.2rem;
          border: 1px solid var(--line); border-radius: 10px;
        }
        dialog::backdrop { background: #0009; }
        dialog form { display: grid; gap: .5rem; }
        dialog input, dialog select { width: 100%; }
        .two { display: grid; grid-template-columns: 1fr 1fr; gap: .8rem; align-items: end; }
        fieldset { border: 1px solid var(--line); border-radius: 6px; display: flex; flex-wrap: wrap; gap: .2rem 1rem; min-width: 0; }
        fieldset label { display: flex; gap: .4rem; align-items: center; min-height: 2.2rem; }
        fieldset input { width: auto; min-height: 0; }
        .buttons { display: flex; gap: .6rem; justify-content: flex-end; margin-top: .4rem; }
        .buttons [type=submit] { background: var(--accent); color: var(--on-accent); border-color: var(--accent); }
        @media (max-width: 30rem) { .card, #log { padding: .8rem; } .pages { margin-left: 0; } }
        """###
}
