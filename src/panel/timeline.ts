import type { TimelineLegend } from '../core/render/timelineHtml';
import {
  busiestSpan,
  layOutTimeline,
  pan,
  showing,
  wholeSpan,
  zoom,
  type DatedItem,
  type TimeSpan,
} from '../core/timeline/timelineLayout';
import type { PanelStrings, TimelineState } from '../protocol/panelMessages';

const svgNamespace = 'http://www.w3.org/2000/svg';

/** Pixels: what a mark takes in its level, the height of a level, of a lane's name, of the axis. */
const markRoom = 13;
const levelHeight = 14;
const nameHeight = 17;
const axisHeight = 22;
/** The share of the events that the first look holds. */
const busy = 0.7;
/** So much closer a step of the zoom comes. */
const zoomStep = 0.6;

interface TimelineEvent extends TimeSpan {
  readonly id: string;
  readonly lanes: readonly string[];
  readonly kind: number;
  readonly item: HTMLElement;
}

/**
 * Draws the events of the list as a picture above it, if the entry on show is a timeline.
 *
 * @param kept What the reader had set it to.
 * @param changed Takes what the reader sets it to.
 */
export function drawTimeline(
  page: Document,
  strings: PanelStrings,
  kept: TimelineState | undefined,
  changed: (state: TimelineState) => void,
): void {
  const place = page.getElementById('timeline');
  if (place === null) return;
  const legend = JSON.parse(place.dataset['timeline'] ?? '') as TimelineLegend;
  new Timeline(page, place, legend, strings, kept, changed).draw();
}

class Timeline {
  readonly #page: Document;
  readonly #legend: TimelineLegend;
  readonly #strings: PanelStrings;
  readonly #events: readonly TimelineEvent[];
  readonly #whole: TimeSpan;
  readonly #picture: HTMLElement;
  readonly #detail: HTMLElement;
  readonly #chips: readonly HTMLElement[];
  readonly #changed: (state: TimelineState) => void;
  /** Topics that are chosen. Without one all are on show. */
  readonly #lanes: Set<string>;
  #span: TimeSpan;
  #chosen: TimelineEvent | undefined;

  constructor(
    page: Document,
    place: HTMLElement,
    legend: TimelineLegend,
    strings: PanelStrings,
    kept: TimelineState | undefined,
    changed: (state: TimelineState) => void,
  ) {
    this.#page = page;
    this.#legend = legend;
    this.#strings = strings;
    const kinds = legend.kinds.map(({ id }) => id);
    this.#events = [...page.querySelectorAll<HTMLElement>('li[data-event]')]
      .map((item) => ({
        id: item.dataset['event'] ?? '',
        from: Number(item.dataset['from']),
        to: Number(item.dataset['to']),
        lanes: (item.dataset['lanes'] ?? '').split(' '),
        kind: kinds.indexOf(item.dataset['kind'] ?? ''),
        item,
      }))
      .sort((a, b) => a.from - b.from || (a.id < b.id ? -1 : 1));
    this.#whole = wholeSpan(this.#events);
    this.#changed = changed;
    this.#span = pan(kept ?? busiestSpan(this.#events, busy), this.#whole, 0);
    this.#lanes = new Set(
      legend.lanes.map(({ id }) => id).filter((id) => kept?.lanes.includes(id) === true),
    );
    this.#chips = legend.lanes.map((lane) => this.#laneChip(lane));

    const words = strings.timeline;
    this.#picture = this.#element('div', 'picture');
    this.#picture.tabIndex = 0;
    this.#picture.setAttribute('role', 'group');
    this.#picture.setAttribute('aria-label', words.picture);
    this.#detail = this.#element('div', 'detail');
    this.#detail.setAttribute('role', 'status');
    const body = this.#element('div', 'timeline-body');
    body.append(this.#picture, this.#detail);
    place.replaceChildren(this.#toolbar(), body);
    this.#chosen = this.#events.find(({ id }) => id === kept?.chosen);
    this.#filter();
    this.#listen();
    new ResizeObserver(() => {
      this.draw();
    }).observe(this.#picture);
  }

  draw(): void {
    const width = this.#picture.clientWidth;
    if (width === 0) return;
    const lanes = this.#legend.lanes.filter(({ id }) => this.#isOnShow(id));
    const laneOf = (event: TimelineEvent): number =>
      lanes.findIndex(({ id }) => event.lanes.includes(id));
    const items: DatedItem[] = this.#shownEvents().map((event) => ({
      ...{ id: event.id, from: event.from, to: event.to },
      lane: laneOf(event),
    }));
    const { marks, ticks, levels } = layOutTimeline(
      items,
      this.#span,
      { width, mark: markRoom },
      lanes.length,
      this.#strings.language,
    );
    const tops: number[] = [];
    let height = axisHeight;
    for (const count of levels) {
      tops.push(height);
      height += nameHeight + count * levelHeight;
    }
    const svg = this.#svg('svg', { width, height, viewBox: `0 0 ${width} ${height}` });
    svg.setAttribute('aria-hidden', 'true');
    for (const { x, label } of ticks) {
      svg.append(
        this.#svg('line', { class: 'tick', x1: x, x2: x, y1: axisHeight - 4, y2: height }),
      );
      const text = this.#svg('text', { class: 'tick-label', x: x + 3, y: axisHeight - 8 });
      text.textContent = label;
      svg.append(text);
    }
    lanes.forEach(({ title }, lane) => {
      const top = tops[lane] ?? 0;
      svg.append(this.#svg('line', { class: 'lane', x1: 0, x2: width, y1: top, y2: top }));
      const text = this.#svg('text', { class: 'lane-name', x: 4, y: top + 12 });
      text.textContent = title;
      svg.append(text);
    });
    const byId = new Map(this.#events.map((event) => [event.id, event]));
    for (const { id, lane, level, x, left, right } of marks) {
      const y = (tops[lane] ?? 0) + nameHeight + level * levelHeight + levelHeight / 2;
      const group = this.#svg('g', { class: `mark lane-${this.#colour(lanes[lane]?.id)}` });
      group.dataset['event'] = id;
      if (right - left > markRoom) {
        const bar = { class: 'stretch', x: left, y: y - 2, width: right - left, height: 4 };
        group.append(this.#svg('rect', { ...bar, rx: 2 }));
      }
      const event = byId.get(id);
      if (event === this.#chosen)
        group.append(this.#svg('circle', { class: 'ring', cx: x, cy: y, r: 8 }));
      group.append(this.#shape(event?.kind ?? 0, x, y));
      svg.append(group);
    }
    this.#picture.replaceChildren(svg);
  }

  #shownEvents(): readonly TimelineEvent[] {
    return this.#events.filter(({ lanes }) => lanes.some((lane) => this.#isOnShow(lane)));
  }

  #isOnShow(lane: string): boolean {
    return this.#lanes.size === 0 || this.#lanes.has(lane);
  }

  /** A topic keeps its colour whichever others are on show. */
  #colour(lane: string | undefined): number {
    return this.#legend.lanes.findIndex(({ id }) => id === lane) % 6;
  }

  #listen(): void {
    this.#picture.addEventListener('keydown', (event) => {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      if (!this.#press(event.key)) return;
      event.preventDefault();
      event.stopPropagation();
    });
    this.#picture.addEventListener('click', (event) => {
      const mark = event.target instanceof Element ? event.target.closest('[data-event]') : null;
      const id = mark instanceof SVGElement ? mark.dataset['event'] : undefined;
      this.#choose(this.#events.find((each) => each.id === id));
    });
    this.#picture.addEventListener('dblclick', () => {
      this.#open();
    });
    this.#picture.addEventListener(
      'wheel',
      (event) => {
        const width = this.#picture.clientWidth;
        if (event.ctrlKey || event.metaKey) {
          const share = event.offsetX / width;
          const around = this.#span.from + share * (this.#span.to - this.#span.from);
          this.#look(zoom(this.#span, this.#whole, Math.exp(event.deltaY / 200), around));
        } else if (event.deltaX !== 0 || event.shiftKey) {
          const pixels = event.deltaX === 0 ? event.deltaY : event.deltaX;
          const by = (pixels / width) * (this.#span.to - this.#span.from);
          this.#look(pan(this.#span, this.#whole, by));
        } else return;
        event.preventDefault();
      },
      { passive: false },
    );
  }

  #press(key: string): boolean {
    const events = this.#shownEvents();
    const place = this.#chosen === undefined ? -1 : events.indexOf(this.#chosen);
    switch (key) {
      case 'ArrowRight':
        this.#choose(events[Math.min(events.length - 1, place + 1)]);
        return true;
      case 'ArrowLeft':
        this.#choose(events[place < 0 ? events.length - 1 : Math.max(0, place - 1)]);
        return true;
      case 'Home':
        this.#choose(events[0]);
        return true;
      case 'End':
        this.#choose(events.at(-1));
        return true;
      case '+':
      case '=':
        this.#zoom(zoomStep);
        return true;
      case '-':
        this.#zoom(1 / zoomStep);
        return true;
      case '0':
        this.#look(this.#whole);
        return true;
      case 'Enter':
        this.#open();
        return true;
      default:
        return false;
    }
  }

  #zoom(factor: number): void {
    const { from, to } = this.#chosen ?? this.#span;
    this.#look(zoom(this.#span, this.#whole, factor, (from + to) / 2));
  }

  #look(span: TimeSpan): void {
    this.#span = span;
    this.draw();
    this.#tell();
  }

  #tell(): void {
    this.#changed({
      ...{ lanes: [...this.#lanes], from: this.#span.from, to: this.#span.to },
      ...(this.#chosen === undefined ? {} : { chosen: this.#chosen.id }),
    });
  }

  #choose(event: TimelineEvent | undefined): void {
    if (event === undefined) return;
    this.#chosen = event;
    this.#describe(event);
    this.#look(showing(this.#span, this.#whole, event));
    this.#bringIntoSight();
  }

  /** The picture may be higher than the window, and a text below it lies over its end. */
  #bringIntoSight(): void {
    const mark = this.#picture.querySelector('.ring')?.getBoundingClientRect();
    if (mark === undefined) return;
    const text = this.#detail.getBoundingClientRect();
    const top = this.#page.querySelector('.bar')?.getBoundingClientRect().bottom ?? 0;
    const bottom = text.left < mark.right ? Math.min(text.top, innerHeight) : innerHeight;
    if (mark.top < top || mark.bottom > bottom) scrollBy({ top: mark.top - (top + bottom) / 2 });
  }

  #describe(event: TimelineEvent): void {
    const copy = event.item.cloneNode(true) as HTMLElement;
    for (const mark of copy.querySelectorAll('sup')) mark.remove();
    const link = this.#page.createElement('a');
    link.href = '#';
    link.dataset['entry'] = event.id;
    link.textContent = this.#strings.timeline.open;
    const open = this.#element('p', 'open');
    open.append(link);
    this.#detail.replaceChildren(...copy.childNodes, open);
  }

  #open(): void {
    this.#detail.querySelector<HTMLElement>('.open a')?.click();
  }

  #toolbar(): HTMLElement {
    const words = this.#strings.timeline;
    const bar = this.#element('div', 'timeline-bar');
    const button = (sign: string, name: string, press: () => void): HTMLElement => {
      const made = this.#page.createElement('button');
      made.type = 'button';
      made.className = 'chip';
      made.textContent = sign;
      made.title = name;
      made.setAttribute('aria-label', name);
      made.addEventListener('click', press);
      return made;
    };
    const zooms = this.#element('span', 'zooms');
    zooms.append(
      button('+', words.zoomIn, () => {
        this.#zoom(zoomStep);
      }),
      button('−', words.zoomOut, () => {
        this.#zoom(1 / zoomStep);
      }),
      button('↔', words.showAll, () => {
        this.#look(this.#whole);
      }),
    );
    const topics = this.#element('span', 'topics');
    topics.setAttribute('role', 'group');
    topics.setAttribute('aria-label', words.topics);
    topics.append(...this.#chips);
    const kinds = this.#element('ul', 'kinds');
    kinds.setAttribute('aria-label', words.kinds);
    kinds.append(
      ...this.#legend.kinds.map(({ title }, kind) => {
        const item = this.#element('li', '');
        const svg = this.#svg('svg', { width: 14, height: 14, viewBox: '0 0 14 14' });
        svg.setAttribute('aria-hidden', 'true');
        svg.append(this.#shape(kind, 7, 7));
        item.append(svg, title);
        return item;
      }),
    );
    bar.append(zooms, topics, kinds);
    return bar;
  }

  #laneChip({ id, title }: { readonly id: string; readonly title: string }): HTMLElement {
    const chip = this.#page.createElement('button');
    chip.type = 'button';
    chip.className = `chip lane-${this.#colour(id)}`;
    chip.textContent = title;
    chip.addEventListener('click', () => {
      if (!this.#lanes.delete(id)) this.#lanes.add(id);
      this.#filter();
      this.draw();
      this.#tell();
    });
    return chip;
  }

  /** Brings chips, list and text to what is chosen. */
  #filter(): void {
    this.#legend.lanes.forEach(({ id }, index) => {
      this.#chips[index]?.setAttribute('aria-pressed', String(this.#lanes.has(id)));
    });
    const shown = new Set(this.#shownEvents());
    if (this.#chosen !== undefined && shown.has(this.#chosen)) this.#describe(this.#chosen);
    else {
      this.#chosen = undefined;
      this.#detail.textContent = this.#strings.timeline.choose;
    }
    for (const event of this.#events) event.item.hidden = !shown.has(event);
    for (const section of this.#page.querySelectorAll<HTMLElement>('section:has(li[data-event])')) {
      section.hidden = section.querySelector('li:not([hidden])') === null;
    }
  }

  /** A kind's mark: circle, square, diamond, triangles, hexagon. */
  #shape(kind: number, x: number, y: number): SVGElement {
    const points = (...corners: readonly (readonly [number, number])[]): SVGElement =>
      this.#svg('polygon', {
        class: 'shape',
        points: corners.map(([dx, dy]) => `${x + dx},${y + dy}`).join(' '),
      });
    switch (Math.max(0, kind) % 6) {
      case 0:
        return this.#svg('circle', { class: 'shape', cx: x, cy: y, r: 4.5 });
      case 1:
        return this.#svg('rect', { class: 'shape', x: x - 4, y: y - 4, width: 8, height: 8 });
      case 2:
        return points([0, -5.5], [5.5, 0], [0, 5.5], [-5.5, 0]);
      case 3:
        return points([0, -5], [5, 4], [-5, 4]);
      case 4:
        return points([0, 5], [5, -4], [-5, -4]);
      default:
        return points([-5, 0], [-2.5, -4.5], [2.5, -4.5], [5, 0], [2.5, 4.5], [-2.5, 4.5]);
    }
  }

  #element(name: string, className: string): HTMLElement {
    const made = this.#page.createElement(name);
    if (className !== '') made.className = className;
    return made;
  }

  #svg(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
    const made = this.#page.createElementNS(svgNamespace, name) as SVGElement;
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
    return made;
  }
}
