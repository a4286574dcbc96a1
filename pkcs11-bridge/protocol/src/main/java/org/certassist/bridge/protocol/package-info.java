/// TODO
@NullMarked
package org.certassist.bridge.protocol;

import org.jspecify.annotations.NullMarked;
