/// What is known of causes, codes and messages, and finding it again by what a clerk sees.
///
/// [Knowledge] is data that a file brings; [Explain] finds entries in it by a code, by a pasted
/// message or by words. Nothing here guesses: a text that means nothing finds nothing.
@NullMarked
package org.certassist.core.knowledge;

import org.jspecify.annotations.NullMarked;
