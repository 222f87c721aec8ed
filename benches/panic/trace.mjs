// Reads a trace of Chromium: when frames were drawn, and how long the page's own thread was busy, in the page's own time.

/** A trace with its times as the page tells them: `zero` is the page's time of the mark of that name. */
export function readTrace({ traceEvents }, zero) {
  const mark = traceEvents.find((event) => event.name === "zero" && event.cat.includes("blink.user_timing"));
  if (!mark) throw new Error("the trace holds no mark");
  const time = (ts) => (ts - mark.ts) / 1000 + zero;
  const of = (name, thread) => traceEvents.filter((event) => event.name === name && event.pid === mark.pid && (!thread || event.tid === thread));
  return {
    // The page's thread hands its picture to the compositor …
    commits: of("Commit").map((event) => time(event.ts + (event.dur ?? 0))).sort((a, b) => a - b),
    // … which draws it.
    drawn: of("DrawFrame").map((event) => time(event.ts)).sort((a, b) => a - b),
    tasks: of("RunTask", mark.tid).map((event) => [time(event.ts), (event.dur ?? 0) / 1000]),
  };
}

/** When the frame was drawn that holds what changed at this moment. */
export function framesAfter(trace, changed) {
  const committed = trace.commits.find((commit) => commit >= changed);
  const drawn = trace.drawn.find((frame) => frame >= (committed ?? changed));
  return drawn ?? Number.NaN;
}

/** How long each task of the page's thread took that began in between. */
export function tasksBetween(trace, from, to) {
  return trace.tasks.filter(([start]) => start >= from && start < to).map(([, took]) => took);
}
