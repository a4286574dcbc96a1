/// TODO
@NullMarked
package org.certassist.portal;

import org.jspecify.annotations.NullMarked;
