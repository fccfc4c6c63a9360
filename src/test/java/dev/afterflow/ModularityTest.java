package dev.afterflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The plan of the house: which room stands on which floor, and that nobody reaches upwards or sideways. */
class ModularityTest {

    private static final String HOUSE = "dev.afterflow";

    /** From the ground up; a room knows only rooms on floors below its own. */
    private static final List<List<String>> FLOORS = List.of(
            List.of("database", "money", "pictures", "prints", "sheets", "words"),
            List.of("vault"),
            List.of("engine", "security"),
            List.of("intake", "dispatch", "connections", "backups"),
            List.of("providers"),
            List.of("alipay", "wechat", "stripe", "payments", "sla", "notifications", "orders", "carriers"),
            List.of("platforms"),
            List.of("cases"),
            List.of("notes"),
            List.of("tasks"),
            List.of("remedies", "logistics", "books", "questions", "claims"),
            List.of("returns", "complaints", "repairs", "care", "reviews", "disputes"),
            List.of("studio", "cockpit"));
    /** Stands beside the house: known by nobody, and meets the rooms over HTTP. */
    private static final String SANDBOX = "sandbox";

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages(HOUSE);

    @Test
    void theRoomsKeepTheirWalls() {
        ApplicationModules.of(Afterflow.class).verify();
    }

    @Test
    void everyRoomStandsOnAFloorAndHasAPromise() {
        TreeSet<String> planned = new TreeSet<>(FLOORS.stream().flatMap(List::stream).toList());
        planned.add(SANDBOX);
        assertThat(rooms().keySet()).isEqualTo(planned);
        for (String room : planned) {
            assertThat(classes.stream().anyMatch(type -> type.getName().equals(HOUSE + "." + room + ".package-info")))
                    .as("package-info of " + room).isTrue();
        }
    }

    @Test
    void aRoomKnowsOnlyRoomsBelow() {
        List<String> breaches = new ArrayList<>();
        rooms().forEach((room, types) -> types.forEach(type -> type.getDirectDependenciesFromSelf().forEach(use -> {
            String other = roomOf(use.getTargetClass());
            if (other != null && !other.equals(room) && !allowed(room, other)) {
                breaches.add(room + " knows " + other + ": " + use.getDescription());
            }
        })));
        assertThat(breaches).isEmpty();
    }

    @Test
    void aRoomShowsAtMostSevenTypes() {
        Map<String, List<String>> open = new TreeMap<>();
        rooms().forEach((room, types) -> open.put(room, types.stream()
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC) && type.isTopLevelClass())
                .map(JavaClass::getSimpleName).sorted().toList()));
        open.values().removeIf(types -> types.size() <= 7);
        assertThat(open).isEmpty();
    }

    @Test
    void theEngineIsSeenInFewPlaces() {
        List<String> breaches = new ArrayList<>();
        rooms().forEach((room, types) -> types.stream()
                .filter(type -> !List.of("engine", "tasks", "studio", "cockpit").contains(room))
                .filter(type -> !outermost(type).matches(".*(Delegate|Process)"))
                .filter(type -> type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(use -> use.getTargetClass().getName().startsWith("org.camunda")))
                .forEach(type -> breaches.add(type.getName())));
        assertThat(breaches).isEmpty();
    }

    private static boolean allowed(String room, String other) {
        if (room.equals(SANDBOX) || other.equals(SANDBOX)) {
            return room.equals(SANDBOX) && FLOORS.get(0).contains(other);
        }
        return floor(other) < floor(room);
    }

    private static int floor(String room) {
        for (int floor = 0; floor < FLOORS.size(); floor++) {
            if (FLOORS.get(floor).contains(room)) {
                return floor;
            }
        }
        return -1;
    }

    private Map<String, List<JavaClass>> rooms() {
        Map<String, List<JavaClass>> rooms = new LinkedHashMap<>();
        for (JavaClass type : classes) {
            String room = roomOf(type);
            if (room != null) {
                rooms.computeIfAbsent(room, name -> new ArrayList<>()).add(type);
            }
        }
        return rooms;
    }

    private static String roomOf(JavaClass type) {
        String name = type.getBaseComponentType().getPackageName();
        if (!name.startsWith(HOUSE + ".")) {
            return null;
        }
        return name.substring(HOUSE.length() + 1).split("\\.")[0];
    }

    private static String outermost(JavaClass type) {
        return type.getName().split("\\$")[0];
    }
}
