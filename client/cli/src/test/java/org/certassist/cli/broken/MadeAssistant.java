package org.certassist.cli.broken;

import java.io.IOException;
import java.net.InetAddress;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A certificate assistant that shows some certificates to every page that asks.
final class MadeAssistant implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final MockWebServer server = new MockWebServer();

  /// @param list as `SOF_GetUserList` gives it: `name||number&&&`
  MadeAssistant(String list) throws IOException {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return new MockResponse.Builder().webSocketUpgrade(new Talk(list)).build();
          }
        });
    server.start(InetAddress.getLoopbackAddress(), 0);
  }

  private static final class Talk extends WebSocketListener {
    private final String list;

    Talk(String list) {
      this.list = list;
    }

    @Override
    public void onMessage(WebSocket page, String text) {
      JsonNode question = JSON.readTree(text);
      boolean asksForKeys = question.path("xtx_func_name").asString().equals("SOF_GetUserList");
      page.send(
          JSON.writeValueAsString(
              JSON.createObjectNode()
                  .put("call_cmd_id", question.path("call_cmd_id").asString())
                  .put("retVal", asksForKeys ? list : "3.7.1")));
    }
  }

  int port() {
    return server.getPort();
  }

  @Override
  public void close() {
    server.close();
  }
}
