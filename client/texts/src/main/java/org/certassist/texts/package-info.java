/// TODO
@NullMarked
package org.certassist.texts;

import org.jspecify.annotations.NullMarked;
