/// Every sentence that both the command line and the window say, Chinese first, English second.
///
/// The words lie in `texts_zh.properties` and `texts_en.properties`; code elsewhere carries ids and
/// data only. Start at [org.certassist.texts.Texts].
@NullMarked
package org.certassist.texts;

import org.jspecify.annotations.NullMarked;
