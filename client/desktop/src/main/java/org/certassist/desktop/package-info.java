/// TODO
@NullMarked
package org.certassist.desktop;

import org.jspecify.annotations.NullMarked;
