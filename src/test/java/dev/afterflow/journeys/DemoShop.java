package dev.afterflow.journeys;

import dev.afterflow.security.Visitor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** The sandbox as a stranger over HTTP sees it: its orders, and what the provider and the buyers' chat remember. */
final class DemoShop {

    private final Visitor visitor;

    DemoShop(Visitor visitor) {
        this.visitor = visitor;
    }

    private JsonNode scene() {
        return visitor.get("/sandbox/world").json();
    }

    /** A demo order in this state that nobody asked about, of at least and at most this much in fen, by its number among the twelves. */
    JsonNode untouched(String state, long least, long most, int remainder) {
        return untouched(order -> {
            long paid = order.at("/paid/minor").asLong();
            return order.path("state").asString().equals(state) && paid >= least && paid <= most;
        }, remainder);
    }

    private JsonNode untouched(Predicate<JsonNode> fits, int remainder) {
        JsonNode scene = scene();
        List<String> touched = new ArrayList<>();
        scene.path("requests").forEach(request -> touched.add(request.path("orderId").asString()));
        for (JsonNode order : scene.path("orders")) {
            String id = order.path("orderId").asString();
            if (fits.test(order) && Integer.parseInt(id.substring(id.length() - 4)) % 12 == remainder && !touched.contains(id)) {
                return order;
            }
        }
        throw new AssertionError("No such demo order of remainder " + remainder);
    }

    /** A demo order in this state that nobody asked about, with this tag or with none, by its number among the twelves. */
    JsonNode untouched(String state, String tag, int remainder) {
        return untouched(order -> order.path("state").asString().equals(state) && tag.equals(order.at("/tags/0").asString("")), remainder);
    }

    /** What the provider really paid back for this order, in fen, in the order of time. */
    List<Long> paidBack(String order) {
        List<Long> amounts = new ArrayList<>();
        for (JsonNode paid : scene().path("money")) {
            if (paid.path("paymentNo").asString().startsWith("PAY-" + order)) {
                amounts.add(0, paid.path("amount").asLong());
            }
        }
        return amounts;
    }

    /** Subjects of what the buyer of this order read, oldest first. */
    List<String> messages(String order) {
        List<String> subjects = new ArrayList<>();
        for (JsonNode message : scene().path("messages")) {
            if (message.path("orderId").asString().equals(order)) {
                subjects.add(0, message.path("subject").asString());
            }
        }
        return subjects;
    }
}
