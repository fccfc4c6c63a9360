package dev.afterflow.orders;

import dev.afterflow.intake.Letter;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** What letters tell, as one JSON list that a statement unfolds. */
class Told {

    private Told() {
    }

    static String of(List<Letter> letters, JsonMapper json) {
        ArrayNode list = json.createArrayNode();
        letters.forEach(letter -> list.add(letter.body()));
        return list.toString();
    }
}
