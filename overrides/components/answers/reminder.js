// Returns a calendar event (iCalendar, RFC 5545) a week from now, as a reminder.

const DAYS = 7;
const HOUR = 10;

const two = (number) => String(number).padStart(2, "0");
const day = (date) => `${date.getFullYear()}${two(date.getMonth() + 1)}${two(date.getDate())}`;
const escape = (text) => text.replace(/[\\;,]/g, "\\$&").replace(/\n/g, "\\n");

// Folds lines longer than 75 bytes (RFC 5545, 3.1).
function fold(line) {
  const parts = [];
  let part = "";
  for (const character of line) {
    if (new TextEncoder().encode(part + character).length > 74) {
      parts.push(part);
      part = "";
    }
    part += character;
  }
  return [...parts, part].join("\r\n ");
}

export function reminder({ title, page, now = new Date() }) {
  const when = new Date(now.getFullYear(), now.getMonth(), now.getDate() + DAYS);
  const stamp = `${now.toISOString().replace(/[-:]/g, "").slice(0, 15)}Z`;
  return [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Inclusive Resources//Checklists//EN",
    "BEGIN:VEVENT",
    `UID:${stamp}-${day(when)}@${new URL(page).hostname}`,
    `DTSTAMP:${stamp}`,
    `DTSTART:${day(when)}T${two(HOUR)}0000`,
    `DTEND:${day(when)}T${two(HOUR)}3000`,
    `SUMMARY:${escape("Look again at: " + title)}`,
    `DESCRIPTION:${escape("Your checklist is at " + page)}`,
    `URL:${page}`,
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    `DESCRIPTION:${escape(title)}`,
    "TRIGGER:PT0M",
    "END:VALARM",
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  ].map(fold).join("\r\n");
}
