package org.certassist.page;

import java.io.IOException;
import java.net.ProtocolException;
import java.net.URI;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Questions without arguments to an assistant, one after the other, as page scripts put them.
final class AssistantTalk {
  /// Assistants tell of keys that come and go between two answers.
  private static final int MOST_OTHERS = 16;

  private final JsonMapper mapper = JsonMapper.shared();
  private final WebSocketLine line;
  private final Optional<URI> page;
  private int calls;

  /// @param page named in each question, as scripts do
  AssistantTalk(WebSocketLine line, Optional<URI> page) {
    this.line = line;
    this.page = page;
  }

  /// What the function returns; empty for nothing.
  ///
  /// @throws ProtocolException for what is no answer to it
  String call(String function) throws IOException {
    calls++;
    String id = "i_" + calls;
    ObjectNode question = mapper.createObjectNode();
    question.put("call_cmd_id", id).put("xtx_func_name", function).putArray("param");
    page.ifPresent(uri -> question.put("URL", uri.toString()));
    line.send(mapper.writeValueAsString(question));
    for (int others = 0; others < MOST_OTHERS; others++) {
      JsonNode answer = read(line.receive());
      if (answer.path("call_cmd_id").asString("").equals(id)) {
        return returned(answer);
      }
    }
    throw new ProtocolException("no answer among " + MOST_OTHERS);
  }

  private JsonNode read(String text) throws ProtocolException {
    try {
      JsonNode answer = mapper.readTree(text);
      if (answer.has("call_cmd_id")) {
        return answer;
      }
    } catch (JacksonException _) {
      // said below, without a word of what came
    }
    throw new ProtocolException("no message of an assistant");
  }

  private static String returned(JsonNode answer) throws ProtocolException {
    JsonNode value = answer.path("retVal");
    if (value.isMissingNode() || value.isContainer()) {
      throw new ProtocolException("an answer without a value");
    }
    return value.asString();
  }
}
