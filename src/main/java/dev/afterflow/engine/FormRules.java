package dev.afterflow.engine;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The house's rules for one form: called like its task, every text in both languages, every key once. */
class FormRules {

    void check(Said said, JsonNode form) {
        if (!form.path("id").asString("").equals(said.file().id())) {
            said.refuse(said.file().id(), "id", "The form is called like its file: " + said.file().id());
        }
        components(said, form, new HashSet<>(), new HashSet<>());
    }

    private void components(Said said, JsonNode parent, Set<String> keys, Set<String> ids) {
        for (JsonNode component : parent.path("components")) {
            String place = component.path("id").asString(component.path("key").asString(component.path("type").asString("component")));
            if (component.has("key") && !keys.add(component.path("key").asString(""))) {
                said.refuse(place, "key", "The key " + component.path("key").asString("") + " stands twice");
            }
            if (!component.has("id") || !ids.add(component.path("id").asString(""))) {
                said.refuse(place, "id", "Each component has an id of its own");
            }
            languages(said, component, place);
            components(said, component, component.path("type").asString("").equals("dynamiclist") ? new HashSet<>() : keys, ids);
        }
    }

    private static void languages(Said said, JsonNode component, String place) {
        for (String key : new String[] {"label", "description", "text", "dateLabel", "timeLabel"}) {
            String chinese = component.path(key).asString("");
            if (!chinese.isBlank() && !chinese.startsWith("=") && !Bilingual.isEnglish(component.path("properties").path(key + ".en").asString(""))) {
                said.refuse(place, "english", "The English " + key + " stands in the property " + key + ".en");
            }
        }
        boolean field = component.has("key") && !component.path("type").asString("").equals("group");
        if (field && component.path("label").asString("").isBlank() && component.path("dateLabel").asString("").isBlank() && component.path("timeLabel").asString("").isBlank()) {
            said.refuse(place, "label", "A field has a label");
        }
        offered(said, component, place);
    }

    /** Choices in English: {@code values.en} holds {@code VALUE=Text;VALUE=Text}. */
    private static void offered(Said said, JsonNode component, String place) {
        Map<String, String> english = Arrays.stream(component.path("properties").path("values.en").asString("").split(";"))
                .map(pair -> pair.split("=", 2)).filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(pair -> pair[0].strip(), pair -> pair[1].strip(), (first, second) -> second));
        for (JsonNode choice : component.path("values")) {
            if (!Bilingual.isEnglish(english.getOrDefault(choice.path("value").asString(""), ""))) {
                said.refuse(place, "english", "The choice " + choice.path("value").asString("") + " has its English text in the property values.en");
            }
        }
    }
}
