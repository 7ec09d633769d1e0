      // Every fact that there is now.
