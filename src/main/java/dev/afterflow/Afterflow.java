package dev.afterflow;

import dev.afterflow.database.BackupCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the product, or makes a backup and ends ({@code --backup=<folder>}). */
@SpringBootApplication
public class Afterflow {

    public static void main(String[] args) {
        if (!BackupCommand.ran(args)) {
            SpringApplication.run(Afterflow.class, args);
        }
    }
}
