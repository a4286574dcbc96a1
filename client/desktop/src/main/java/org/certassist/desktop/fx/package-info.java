/// What every screen is made with: the door between threads, words in two languages, drawing from
/// state, notices and icons. Start with [org.certassist.desktop.fx.Background] and
/// [org.certassist.desktop.fx.Drawn].
@NullMarked
package org.certassist.desktop.fx;

import org.jspecify.annotations.NullMarked;
