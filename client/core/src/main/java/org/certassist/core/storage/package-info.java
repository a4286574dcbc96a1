/// Files that concern nobody but their owner: how every room makes them.
@NullMarked
package org.certassist.core.storage;

import org.jspecify.annotations.NullMarked;
