UNWIND __names__ AS name CALL __procedure__(name) RETURN count(*) AS names
