/// The region's calendar and what else is known of it: the filing windows and what comes due, the
/// acts of the clerk step by step, and whom to ask. Start with
/// [org.certassist.desktop.calendar.CalendarPane].
@NullMarked
package org.certassist.desktop.calendar;

import org.jspecify.annotations.NullMarked;
