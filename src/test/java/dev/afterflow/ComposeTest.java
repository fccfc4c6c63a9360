package dev.afterflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The compose file starts what it promises, with settings the product has. */
@SuppressWarnings("unchecked")
class ComposeTest {

    /** Spring Boot's own settings that the file may set, in the spelling of environment variables. */
    private static final Set<String> OF_SPRING = Set.of("SPRING_DATASOURCE_URL", "SPRING_DATASOURCE_USERNAME",
            "SPRING_DATASOURCE_PASSWORD", "SPRING_FLYWAY_USER", "SPRING_FLYWAY_PASSWORD", "SPRING_MAIL_HOST",
            "SPRING_MAIL_PORT", "SERVER_ADDRESS", "AFTERFLOW_MASTER_KEY");

    private final Map<String, Object> file = read();

    @Test
    void itHasTheThreeServicesAndNothingElse() {
        assertThat(file.keySet()).containsExactlyInAnyOrder("services", "configs", "networks", "volumes");
        assertThat(services().keySet()).containsExactlyInAnyOrder("app", "postgres", "mailpit");
    }

    @Test
    void eachServiceSaysWhenItIsHealthyAndTheAppWaitsForThat() {
        services().values().forEach(service -> assertThat((Map<String, Object>) service.get("healthcheck"))
                .containsKeys("test", "interval", "timeout", "retries"));
        Map<String, Map<String, String>> waits = (Map<String, Map<String, String>>) services().get("app").get("depends_on");
        assertThat(waits.keySet()).containsExactlyInAnyOrder("postgres", "mailpit");
        waits.values().forEach(wait -> assertThat(wait).containsEntry("condition", "service_healthy"));
    }

    @Test
    void everyPublishedPortStaysOnTheLoopback() {
        List<String> ports = services().values().stream()
                .flatMap(service -> ((List<String>) service.getOrDefault("ports", List.of())).stream()).toList();
        assertThat(ports).containsExactlyInAnyOrder("127.0.0.1:8080:8080", "127.0.0.1:8025:8025");
    }

    @Test
    void everyVariableIsASettingOfTheProduct() throws IOException {
        Map<String, Object> settings = new Yaml().load(Files.readString(Path.of("src/main/resources/application.yml")));
        Set<String> known = new TreeSet<>(OF_SPRING);
        collect("", settings, known);
        Map<String, String> set = (Map<String, String>) services().get("app").get("environment");
        assertThat(known).containsAll(set.keySet());
    }

    @Test
    void onlyTheNetworksOwnGatewayIsBelievedAsAProxy() {
        Map<String, String> set = (Map<String, String>) services().get("app").get("environment");
        assertThat(file.get("networks").toString()).contains("gateway=" + set.get("AFTERFLOW_PROXIES"));
        assertThat(set).doesNotContainKey("SERVER_FORWARD_HEADERS_STRATEGY");
    }

    @Test
    void noPasswordStandsInTheFile() {
        services().values().stream().map(service -> (Map<String, String>) service.getOrDefault("environment", Map.of()))
                .flatMap(environment -> environment.entrySet().stream())
                .filter(variable -> variable.getKey().contains("PASSWORD"))
                .forEach(variable -> assertThat(variable.getValue()).as(variable.getKey()).startsWith("${"));
    }

    @Test
    void theVolumesAndConfigsThatAreUsedExist() {
        Set<String> volumes = services().values().stream()
                .flatMap(service -> ((List<String>) service.getOrDefault("volumes", List.of())).stream())
                .map(volume -> volume.split(":")[0]).collect(Collectors.toSet());
        assertThat(((Map<String, Object>) file.get("volumes")).keySet()).isEqualTo(volumes);
        assertThat(((Map<String, Object>) file.get("configs")).keySet()).containsExactly("roles");
    }

    private Map<String, Map<String, Object>> services() {
        return (Map<String, Map<String, Object>>) file.get("services");
    }

    private static void collect(String prefix, Map<String, Object> settings, Set<String> names) {
        settings.forEach((key, value) -> {
            String name = prefix + key.toUpperCase().replace("-", "").replace('.', '_');
            names.add(name);
            if (value instanceof Map<?, ?> inner) {
                collect(name + "_", (Map<String, Object>) inner, names);
            }
        });
    }

    private static Map<String, Object> read() {
        try {
            return new Yaml().load(Files.readString(Path.of("docker-compose.yml")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
