package dev.afterflow.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The files of one release as the rules see them, by the id their name gives them. */
class Book {

    final Map<ModelFile, Xml> processes = new LinkedHashMap<>();
    final Map<ModelFile, Xml> tables = new LinkedHashMap<>();
    final Map<ModelFile, JsonNode> forms = new LinkedHashMap<>();

    boolean hasProcess(String id) {
        return process(id).isPresent();
    }

    boolean hasForm(String id) {
        return forms.keySet().stream().anyMatch(file -> file.id().equals(id));
    }

    boolean hasTable(String id) {
        return tables.keySet().stream().anyMatch(file -> file.id().equals(id));
    }

    Optional<Xml> process(String id) {
        return processes.entrySet().stream().filter(entry -> entry.getKey().id().equals(id)).map(Map.Entry::getValue).findFirst();
    }
}
