package dev.afterflow.studio;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tells what kept its order between two lists, so that one row moved is one change and not many. */
final class Order {

    private Order() {
    }

    /** The longest run of names that stand one after the other in both lists. */
    static Set<String> stayed(List<String> before, List<String> after) {
        List<String> common = after.stream().filter(before::contains).toList();
        int[] place = common.stream().mapToInt(before::indexOf).toArray();
        int[] longest = new int[place.length];
        int[] last = new int[place.length];
        int end = -1;
        for (int i = 0; i < place.length; i++) {
            longest[i] = 1;
            last[i] = -1;
            for (int j = 0; j < i; j++) {
                if (place[j] < place[i] && longest[j] + 1 > longest[i]) {
                    longest[i] = longest[j] + 1;
                    last[i] = j;
                }
            }
            end = end < 0 || longest[i] > longest[end] ? i : end;
        }
        Set<String> stayed = new HashSet<>();
        for (int i = end; i >= 0; i = last[i]) {
            stayed.add(common.get(i));
        }
        return stayed;
    }
}
