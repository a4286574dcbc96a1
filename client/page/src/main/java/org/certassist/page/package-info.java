/// What portal pages speak with on this PC: they cannot see a key and ask an assistant that listens
/// on the loopback address.
///
/// So far this room only asks: [AssistantLine] is a client of whichever assistant is there, and
/// sees what a page would see. Whoever holds the port is a stranger: what comes is bounded in size
/// and time, and nothing is sent that could be a secret.
@NullMarked
package org.certassist.page;

import org.jspecify.annotations.NullMarked;
