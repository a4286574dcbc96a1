package org.certassist.keys.matrix;

/// A step of a clerk's work in which a driver may go wrong.
enum Work {
  FINDING("Finding keys", "The driver is started and its tokens are read; no PIN is known yet."),
  OPENING("Opening a key", "The right PIN is typed and sent once."),
  OPENING_WRONGLY(
      "Opening a key with a wrong PIN", "The PIN that is typed and sent once is another one."),
  SIGNING("Signing", "The key is open; nothing more is sent of the PIN."),
  FAILING_TO_SIGN(
      "After a failed signature",
      "C_Sign gave CKR_DEVICE_ERROR, and the driver is asked whether the key is still there."),
  RELEASING("Releasing the key", "The last signature was made."),
  CHANGING_THE_PIN("Changing the PIN", "The PIN in force is sent once, with a new one."),
  UNBLOCKING(
      "Unblocking the PIN", "The administrator's PIN is sent once, then a new PIN for the user."),
  PRACTISING("Making a practice key", "Only for practice, and only on a blank token."),
  SIGNING_WITH_THE_JDK(
      "Signing on a fixed reader", "There the JDK's provider signs, over the same driver.");

  private final String title;
  private final String explanation;

  Work(String title, String explanation) {
    this.title = title;
    this.explanation = explanation;
  }

  String title() {
    return title;
  }

  String explanation() {
    return explanation;
  }
}
